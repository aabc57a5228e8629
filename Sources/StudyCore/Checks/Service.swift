extension Check {
  /// A program that stays in the foreground while the check goes on.
  ///
  /// It is ended with all it started when the check ends, by whatever way; one that a preparation
  /// started, when its copy goes. What it writes goes to a file that steps reach as `{log:NAME}`.
  public struct Service: Sendable {
    /// `start`: a tool's id and its arguments.
    public let command: [String]
    /// The word by which `stop` and `{log:NAME}` mean it.
    public let name: String
    /// What shows that it works.
    public let ready: Ready
  }

  /// What a service answers once it works: a connection, or a page.
  public struct Ready: Sendable {
    /// The name of its port, `web` for `{port:web}`, on 127.0.0.1.
    public let port: String
    /// The page to ask for; nil where a connection is enough.
    public let path: String?
    /// The status the page must have; nil for any from 200 to 399.
    public let status: Int?
    /// Most seconds until it answers so.
    public let within: Int

    /// Whether a page of this status shows that the service works.
    public func accepts(_ status: Int) -> Bool {
      self.status.map { $0 == status } ?? (200...399).contains(status)
    }
  }

  /// A signal to a service, and its end.
  public struct Stop: Sendable {
    /// A signal that ends programs.
    public enum Signal: String, Sendable, CaseIterable {
      case terminate = "TERM"
      case interrupt = "INT"
      case quit = "QUIT"
      case hangUp = "HUP"
      case kill = "KILL"
    }

    /// `stop`: the service.
    public let name: String
    /// What it is asked to end by.
    public let signal: Signal
    /// Most seconds until it has ended.
    public let within: Int
  }
}

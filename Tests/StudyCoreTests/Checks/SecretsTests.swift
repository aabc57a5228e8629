import StudyCore
import Testing

@Suite("Where credentials are kept is known")
struct SecretsTests {
  @Test("Below every home, where variables say, and at the sockets of services, each once")
  func places() {
    let places = Secrets.places(
      user: [
        "KUBECONFIG": "/k/one:/k/two", "SSH_AUTH_SOCK": "/s/agent", "AWS_CONFIG_FILE": "relative",
        "HISTFILE": "/home/ada/.bash_history", "UNRELATED": "/u",
      ], homes: ["/home/ada", "/root"])
    for place in [
      "/home/ada/.aws", "/root/.aws", "/home/ada/.config/gh", "/k/one", "/k/two", "/s/agent",
      "/run/docker.sock",
    ] {
      #expect(places.filter { $0 == place }.count == 1, "\(place)")
    }
    #expect(places.filter { $0 == "/home/ada/.bash_history" }.count == 1)
    #expect(!places.contains("/u"))
    #expect(places.allSatisfy { $0.hasPrefix("/") && $0 != "/" })
  }
}

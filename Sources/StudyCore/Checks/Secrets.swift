/// Where people keep what grants access, so that a check's programs can be kept from it.
///
/// The places are those that the tools' own manuals name; no such list is ever complete.
public enum Secrets {
  /// Files and folders below the home folder.
  private static let atHome = [
    ".aws", ".ssh", ".kube", ".docker", ".gnupg", ".azure", ".netrc", ".git-credentials", ".npmrc",
    ".yarnrc.yml", ".pypirc", ".pgpass", ".my.cnf", ".boto", ".s3cfg", ".vault-token",
    ".password-store", ".cargo/credentials.toml", ".gem/credentials", ".m2/settings.xml",
    ".terraformrc", ".terraform.d/credentials.tfrc.json", ".config/gcloud", ".config/gh",
    ".config/git", ".config/glab-cli", ".config/hub", ".config/doctl", ".config/op",
    ".config/rclone", ".config/sops", ".config/containers", ".config/helm", ".config/argocd",
    ".config/pip", ".config/github-copilot", ".config/google-chrome", ".mozilla",
    ".local/share/keyrings", ".local/share/containers", ".bash_history", ".zsh_history",
    ".python_history", ".local/state/bash/history", ".config/fish", ".local/share/fish", ".env",
    "Library/Keychains", "Library/Application Support/gcloud",
  ]

  /// Variables that name a file or folder with credentials, or a socket that gives access.
  private static let variables = [
    "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "KUBECONFIG",
    "DOCKER_CONFIG", "GOOGLE_APPLICATION_CREDENTIALS", "CLOUDSDK_CONFIG", "AZURE_CONFIG_DIR",
    "SSH_AUTH_SOCK", "GNUPGHOME", "NETRC", "NPM_CONFIG_USERCONFIG", "GH_CONFIG_DIR", "HISTFILE",
    "SOPS_AGE_KEY_FILE", "HELM_CONFIG_HOME", "REGISTRY_AUTH_FILE", "PGPASSFILE", "XDG_RUNTIME_DIR",
    "PIP_CONFIG_FILE",
  ]

  /// Sockets of services that do what they are asked with more than the user's own rights.
  private static let sockets = [
    "/run/docker.sock", "/var/run/docker.sock", "/run/containerd", "/run/podman", "/run/user",
    "/run/dbus", "/run/snapd.socket", "/run/systemd/private",
  ]

  /// Places that keep credentials or lead to them; most of them are not there.
  ///
  /// - Parameters:
  ///   - user: the user's environment.
  ///   - homes: the user's home folders: what `HOME` says, and what the system says.
  /// - Returns: absolute paths.
  public static func places(user: [String: String], homes: [String]) -> [String] {
    var places = homes.flatMap { home in atHome.map { Paths.join(home, $0) } } + sockets
    for name in variables {
      places += (user[name] ?? "").split(separator: ":").map(String.init)
    }
    var seen: Set<String> = []
    return places.filter { $0.hasPrefix("/") && $0 != "/" && seen.insert($0).inserted }
  }

  /// What is no secret in a place that is one: programs that a tool looks for there.
  public static let plainParts = [".docker": "cli-plugins"]

  /// What tools read at home that is no secret, and no history of what was done: which version of a
  /// tool to use, and where plugins are.
  public static let plainAtHome = [".tool-versions", ".docker/cli-plugins", ".terraform.d/plugins"]
}

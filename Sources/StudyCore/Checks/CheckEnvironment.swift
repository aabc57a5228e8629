/// The environment that checks run in: built from a list of what is allowed, never inherited.
public enum CheckEnvironment {
  /// What an offline check may see of the user's environment: where programs and temporary files
  /// are, the language, and the tools' certificates.
  private static let allowed: Set<String> = [
    "PATH", "LANG", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR", "PYENV_VERSION", "GOCACHE", "GOPATH",
  ]

  /// Where managers of versions keep the programs that they put on the PATH, below the home folder
  /// that a check does not see: by the variable that tells them.
  private static let managers = [
    "PYENV_ROOT": ".pyenv", "ASDF_DATA_DIR": ".asdf", "ASDF_DIR": ".asdf", "RBENV_ROOT": ".rbenv",
    "GOENV_ROOT": ".goenv", "TFENV_CONFIG_DIR": ".tfenv", "VOLTA_HOME": ".volta",
    "CARGO_HOME": ".cargo", "RUSTUP_HOME": ".rustup", "PROTO_HOME": ".proto",
    "MISE_DATA_DIR": ".local/share/mise", "MISE_CONFIG_DIR": ".config/mise",
    "AQUA_ROOT_DIR": ".local/share/aquaproj-aqua", "PYTHONUSERBASE": ".local",
  ]

  /// What a step that fetches may see besides: the way to the network, and to Terraform's registry.
  private static let allowedFetching: Set<String> = [
    "no_proxy", "NO_PROXY", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY",
    "TF_CLI_CONFIG_FILE",
  ]

  /// What a live check may see besides: which account, cluster and engine the learner uses.
  private static let allowedLive: Set<String> = [
    "HOME", "XDG_CACHE_HOME", "TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR", "KUBECONFIG",
    "DOCKER_HOST", "DOCKER_CONFIG", "DOCKER_CONTEXT", "CONTAINER_HOST",
    "CONTAINERS_CONF", "CONTAINERS_STORAGE_CONF", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME",
    "XDG_DATA_HOME", "no_proxy", "NO_PROXY", "http_proxy", "https_proxy", "HTTP_PROXY",
    "HTTPS_PROXY",
  ]

  /// What stands in for an account and a cluster, so that none can be reached by accident.
  private static let offline = [
    "AWS_ACCESS_KEY_ID": "study", "AWS_SECRET_ACCESS_KEY": "study",
    "AWS_REGION": "ap-northeast-2", "AWS_DEFAULT_REGION": "ap-northeast-2",
    "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": "/dev/null",
    "AWS_SHARED_CREDENTIALS_FILE": "/dev/null", "AWS_ENDPOINT_URL": "http://127.0.0.1:9",
    "KUBECONFIG": "/dev/null",
    "DOCKER_HOST": "unix:///dev/null",
  ]

  /// A locale of English messages, which checks can look for, and of UTF-8.
  private static var locale: String {
    #if os(macOS)
      "en_US.UTF-8"
    #else
      "C.UTF-8"
    #endif
  }

  /// What makes every tool behave alike: one language, no prompts, no colours, no configuration of
  /// the user's git. And what spares time: with GOGC at 400, Terraform and its provider need 30 %
  /// less of it from the processors, and 10 % more memory.
  private static let common = [
    "GOGC": "400",
    "LC_ALL": locale,
    "CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1", "TF_INPUT": "0",
    "TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE": "true", "NO_COLOR": "1", "TERM": "dumb",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0",
    "GIT_SSH_COMMAND": "false", "GIT_ASKPASS": "false",
    "GIT_AUTHOR_NAME": "study", "GIT_AUTHOR_EMAIL": "study@example.invalid",
    "GIT_COMMITTER_NAME": "study", "GIT_COMMITTER_EMAIL": "study@example.invalid",
    "PYTHONDONTWRITEBYTECODE": "1", "AWS_PAGER": "",
  ]

  /// Proxies that answer no one, where nothing else keeps a program from the network.
  public static let nowhere = [
    "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9",
    "HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9",
    "ALL_PROXY": "http://127.0.0.1:9", "all_proxy": "http://127.0.0.1:9",
    "NO_PROXY": "localhost,127.0.0.1,::1,0.0.0.0", "no_proxy": "localhost,127.0.0.1,::1,0.0.0.0",
  ]

  /// The environment of a check. An offline one has no `HOME` yet: it gets a folder of its own.
  ///
  /// - Parameter user: the environment that `study` was started in.
  public static func build(tier: Check.Tier, user: [String: String]) -> [String: String] {
    var result = user.filter { name, _ in
      allowed.contains(name)
        || (tier == .live && (allowedLive.contains(name) || name.hasPrefix("AWS_")))
    }
    if tier == .offline {
      result.merge(offline) { _, new in new }
      result.merge(managed(user)) { own, _ in own }
    }
    result.merge(common) { _, new in new }
    result["PATH"] = searched(user["PATH"])
    return result
  }

  /// What a step that fetches sees besides the environment of its check.
  ///
  /// - Parameter plugins: the folder for Terraform's plugins.
  public static func fetching(user: [String: String], plugins: String?) -> [String: String] {
    var result = user.filter { allowedFetching.contains($0.key) }
    result["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9"
    if let plugins { result["TF_PLUGIN_CACHE_DIR"] = plugins }
    return result
  }

  /// The folders of the managers whose programs are on the PATH.
  private static func managed(_ user: [String: String]) -> [String: String] {
    guard let home = user["HOME"], home.hasPrefix("/") else { return [:] }
    let path = searched(user["PATH"]).split(separator: ":")
    return managers.compactMapValues { folder in
      let full = Paths.join(home, folder)
      return path.contains { $0.hasPrefix(full + "/") } ? full : nil
    }.merging(user.filter { managers[$0.key] != nil }) { _, own in own }
  }

  /// The folders in which tools are looked for, by us and by one another: those that are absolute,
  /// since others would let the learner's folder bring its own `terraform`.
  public static func searched(_ path: String?) -> String {
    let folders = (path ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.isEmpty ? "/usr/local/bin:/usr/bin:/bin" : folders.joined(separator: ":")
  }
}

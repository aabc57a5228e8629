import StudyCore
import Testing

@Suite("Offline checks can't reach the learner's accounts and clusters")
struct CheckEnvironmentTests {
  private static let user = [
    "PATH": "/opt/bin:/bin", "HOME": "/home/ada", "LANG": "ko_KR.UTF-8", "TMPDIR": "/tmp/x",
    "AWS_PROFILE": "prod", "AWS_ACCESS_KEY_ID": "AKIAREAL", "AWS_SESSION_TOKEN": "real",
    "AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_ENDPOINT_URL": "http://x",
    "KUBECONFIG": "/home/ada/kube",
    "KUBERNETES_SERVICE_HOST": "10.0.0.1", "GITHUB_TOKEN": "ghp", "GH_TOKEN": "gh",
    "SSH_AUTH_SOCK": "/s",
    "DOCKER_HOST": "tcp://real", "DOCKER_CONFIG": "/d", "GOOGLE_APPLICATION_CREDENTIALS": "/g",
    "ARM_CLIENT_SECRET": "s", "TF_VAR_password": "p", "TF_TOKEN_app_terraform_io": "t",
    "TF_CLI_ARGS": "-destroy", "VAULT_TOKEN": "v", "LD_PRELOAD": "/evil.so", "BASH_ENV": "/evil",
    "GIT_DIR": "/repo", "GIT_SSH_COMMAND": "ssh", "PYTHONPATH": "/p",
    "SLACK_WEBHOOK_URL": "https://hook",
    "HTTPS_PROXY": "http://proxy", "NO_PROXY": "x",
  ]

  private func build(_ tier: Check.Tier) -> [String: String] {
    CheckEnvironment.build(tier: tier, user: Self.user)
  }

  @Test("Nothing of the user's gets through but what the list allows")
  func offline() {
    let environment = build(.offline)
    let kept = Set(Self.user.keys.filter { environment[$0] == Self.user[$0] })
    #expect(kept == ["PATH", "LANG", "TMPDIR"])
    for name in environment.keys {
      let isSuspect = ["TOKEN", "SSH_AUTH", "TF_VAR", "TF_CLI_ARGS", "PROXY", "PROFILE"].contains {
        name.contains($0)
      }
      #expect(!isSuspect, "\(name)")
    }
    #expect(environment["AWS_ACCESS_KEY_ID"] == "study")
    #expect(environment["AWS_EC2_METADATA_DISABLED"] == "true")
    #expect(environment["KUBECONFIG"] == "/dev/null")
    #expect(environment["GIT_SSH_COMMAND"] == "false")
    #expect(environment["AWS_ENDPOINT_URL"] == "http://127.0.0.1:9")
    #expect(environment["TF_PLUGIN_CACHE_DIR"] == nil)
  }

  @Test("What fetches gets the way to the network, and no way to an account")
  func fetching() {
    let added = CheckEnvironment.fetching(user: Self.user, plugins: "/aside")
    #expect(
      added == [
        "HTTPS_PROXY": "http://proxy", "NO_PROXY": "x", "TF_PLUGIN_CACHE_DIR": "/aside",
        "AWS_ENDPOINT_URL": "http://127.0.0.1:9",
      ])
  }

  @Test("A manager of versions is told where its programs are, if they are on the PATH")
  func managers() {
    let user = [
      "HOME": "/home/ada", "PATH": "/home/ada/.asdf/shims:/home/ada/.local/bin:/bin",
      "PYENV_ROOT": "/home/ada/own/pyenv",
    ]
    let environment = CheckEnvironment.build(tier: .offline, user: user)
    #expect(environment["ASDF_DATA_DIR"] == "/home/ada/.asdf")
    #expect(environment["PYTHONUSERBASE"] == "/home/ada/.local")
    #expect(environment["PYENV_ROOT"] == "/home/ada/own/pyenv")
    #expect(environment["RBENV_ROOT"] == nil)
  }

  @Test("A live check sees account, cluster and engine, and no token or preloaded library")
  func live() {
    let environment = build(.live)
    #expect(environment["AWS_PROFILE"] == "prod")
    #expect(environment["KUBECONFIG"] == "/home/ada/kube")
    #expect(environment["DOCKER_HOST"] == "tcp://real")
    for name in [
      "GITHUB_TOKEN", "SSH_AUTH_SOCK", "LD_PRELOAD", "BASH_ENV", "TF_VAR_password", "GIT_DIR",
    ] {
      #expect(environment[name] == nil, "\(name)")
    }
  }

  @Test("Without a PATH there is still one")
  func path() {
    let environment = CheckEnvironment.build(tier: .offline, user: [:])
    #expect(environment["PATH"] == "/usr/local/bin:/usr/bin:/bin")
    #expect(environment["HOME"] == nil)
  }
}

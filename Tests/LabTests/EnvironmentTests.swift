import StudyCore
import Testing

@testable import study

@Suite("A check sees nothing of the user's credentials", .twoAtATime)
struct EnvironmentTests {
  static let secrets = [
    "AWS_ACCESS_KEY_ID": "AKIAUSERSOWN", "AWS_SECRET_ACCESS_KEY": "users-own-secret",
    "AWS_SESSION_TOKEN": "users-own-token", "AWS_PROFILE": "users-own-profile",
    "KUBECONFIG": "/users-own/kubeconfig", "GITHUB_TOKEN": "users-own-github",
    "SSH_AUTH_SOCK": "/users-own/agent", "DOCKER_HOST": "tcp://users-own:2375",
    "VAULT_TOKEN": "users-own-vault", "TF_VAR_password": "users-own-password",
    "GOOGLE_APPLICATION_CREDENTIALS": "/users-own/google.json",
  ]

  @Test("`env` run as a check prints none of them")
  func env() throws {
    let bench = try Bench()
    let roadmap = """
      {"schema": 1, "id": "env-test", "title": "Env", "tools": [
        {"id": "env", "title": "env", "version": ["--version"], "get": {"url": "https://x.invalid"}}
      ], "lessons": [{"week": 1, "id": "env", "title": "Env", "why": "To see.", "tasks": [
        {"id": "env-look", "title": "Look", "goal": "See it.", "steps": ["Look."], "minutes": 20,
         "checks": [{"id": "env", "title": "Env", "uses": ["env"], "steps": [
           {"run": ["env"], "as": "text", "complaints": "split(\\"\\\\n\\") | map(select(. != \\"\\"))"}]}]}]}]}
      """
    let path = bench.root + "/env.json"
    try QuickFile.write(path, Array(roadmap.utf8))
    try Folders.makeFolders(bench.lab + "/week01")
    try QuickFile.write(bench.lab + "/week01/file", [65])
    let trusted = bench.root + "/data/study/trusted"
    try Folders.makeFolders(trusted)
    let refused = try bench.study(["check", "env-look", "--roadmap", path, "--format", "json"])
    #expect(refused.status == 2)
    #expect(refused.output.contains("not trusted"))
    try QuickFile.write(trusted + "/" + SHA256.hex(of: Array(roadmap.utf8)), Array(roadmap.utf8))
    let answer = try bench.study(
      ["check", "env-look", "--roadmap", path, "--format", "json"], Self.secrets)
    let found = try #require(answer.verdicts["env-look"])
    #expect(found.reasons.contains("AWS_ACCESS_KEY_ID=study"), "\(found.reasons)")
    #expect(!found.reasons.contains("users-own"))
    #expect(!found.reasons.contains("AKIAUSERSOWN"))
    #expect(!found.reasons.contains("TOKEN"))
    #expect(!found.reasons.contains("SSH_AUTH_SOCK"))
  }
}

import Testing

@testable import study

@Suite("git is asked about this repository alone, and runs nothing that its configuration names")
struct GitSafetyTests {
  /// A clone whose file is damaged, so that `sync repair` asks git for other copies of it.
  private func damaged() throws -> Clones {
    let clones = try Clones(["a", "b"], .plain)
    try clones.work("a", "a1")
    try clones.work("b", "b1")
    try clones.shell("cd a && printf '{' > study.json")
    return clones
  }

  @Test("The variables of a hook that works on another repository change nothing")
  func hook() throws {
    let clones = try damaged()
    try clones.shell(
      """
      cd a && export GIT_DIR=../b/.git GIT_INDEX_FILE=../b/.git/index GIT_WORK_TREE=../b
      study sync repair
      """)
    try clones.expect("a", holds: ["a1"])
  }

  @Test("A remote that is to bring what is missing is not called")
  func promisor() throws {
    let clones = try damaged()
    try clones.shell(
      """
      cd a && git config extensions.partialClone origin && git config remote.origin.promisor true
      git config remote.origin.uploadpack "touch $PWD/../pwned; git-upload-pack"
      blob=$(git rev-parse HEAD:study.json)
      rm -f ".git/objects/$(echo "$blob" | cut -c1-2)/$(echo "$blob" | cut -c3-)"
      (git cat-file blob "$blob" || true) > ../seen 2>&1 && [ -e ../pwned ] && rm ../pwned
      blob=$(git rev-parse HEAD:study.json)
      rm -rf .git/objects/pack/* ".git/objects/$(echo "$blob" | cut -c1-2)"
      (study sync repair || true) && [ ! -e ../pwned ]
      """)
  }
}

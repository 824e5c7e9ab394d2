import Testing
import Vocabulary

@testable import Matching

@Suite("Branches and their parents")
struct BranchLinkTests {
  private func links(_ names: [String], _ obligor: [Int32]) -> [Int32: Int32] {
    BranchLinks(table(names.map { Said(name: $0) }), obligor: obligor).parents
  }

  @Test("a branch is linked to the obligor that has its parent's whole name")
  func linked() {
    #expect(
      links(
        ["原平市宏达铸造有限公司", "宏达铸造有限公司代县分公司", "原平市宏达铸造有限公司第二分公司", "原平市宏达锻造有限公司"],
        [0, 1, 2, 3]) == [1: 0, 2: 0])
  }

  @Test("of two obligors with the parent's name neither is")
  func contested() {
    let names = ["原平市宏达铸造有限公司", "代县宏达铸造有限公司", "宏达铸造有限公司第二分公司", "原平市宏达铸造有限公司第一分公司"]
    // The first branch says no division; the second contradicts 代县.
    #expect(links(names, [0, 1, 2, 3]) == [3: 0])
    #expect(links(names, [0, 0, 2, 3]) == [2: 0, 3: 0])
  }

  @Test("records of nobody, and a branch alone, link nothing")
  func nothing() {
    #expect(links(["原平市宏达铸造有限公司第一分公司", "原平市宏达铸造有限公司"], [0, -1]).isEmpty)
    #expect(links(["原平市宏达铸造有限公司第一分公司"], [0]).isEmpty)
  }
}

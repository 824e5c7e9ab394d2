import Testing
import Vocabulary

@Suite("Surnames") struct SurnameTests {
  @Test(
    "a name is hidden behind its surname",
    arguments: [
      ("王小明", "王某某"), ("王伟", "王某某"), ("欧阳建国", "欧阳某某"), ("司马光", "司马某某"), ("王", "王某某"),
      ("欧阳", "欧阳某某"), ("李某", "李某某"), ("某某", "某某"), (" 张三", "张某某"), ("John Smith", "某某"),
      ("", "某某"), ("13912345678", "某某"), ("个体户王小明", "个某某"),
    ])
  func masked(_ pair: (String, String)) { #expect(Surname.masked(pair.0) == pair.1) }
}

import Testing
import Vocabulary

@Suite("Fields")
struct FieldTests {
  @Test("have names of their own")
  func unique() {
    #expect(Set(Field.all.map(\.name)).count == Field.all.count)
    #expect(Set(Field.all).count == Field.all.count)
  }

  @Test("come back from their names", arguments: Field.all)
  func roundTrip(field: Field) {
    #expect(Field(name: field.name) == field)
    #expect(
      field.name.utf8.allSatisfy {
        $0 == UInt8(ascii: "_") || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
      })
  }

  @Test("have no other names", arguments: ["", "Place", "place ", "地点", "pLace"])
  func refusals(name: String) {
    #expect(Field(name: name) == nil)
  }

  @Test("that name a natural person are restricted")
  func restricted() {
    #expect(TextField.allCases.filter(\.isRestricted) == [.personID, .reporter, .reporterPhone])
  }

  @Test("are numbered without a gap, for they index columns")
  func numbers() {
    #expect(TextField.allCases.map { Int($0.rawValue) } == Array(TextField.allCases.indices))
    #expect(DayField.allCases.map { Int($0.rawValue) } == Array(DayField.allCases.indices))
    #expect(AmountField.allCases.map { Int($0.rawValue) } == Array(AmountField.allCases.indices))
    #expect(TruthField.allCases.map { Int($0.rawValue) } == Array(TruthField.allCases.indices))
    #expect(ChoiceField.allCases.map { Int($0.rawValue) } == Array(ChoiceField.allCases.indices))
  }
}

import Vocabulary

@testable import Intake

/// What an `EncodingSurvey` came to: a decision, or the problems for which it refused the file.
enum SurveyOutcome: Equatable, CustomStringConvertible {
  case decided(EncodingDecision)
  case refused([Problem])

  /// Surveys `bytes` in pieces of the lengths that `next` gives.
  init(of bytes: [UInt8], pieces next: () -> Int) {
    var survey = EncodingSurvey()
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + max(1, next()))
      survey.take(bytes.span.extracting(start..<end))
      start = end
    }
    do throws(Failure) {
      self = .decided(try survey.decision(shown: "x.csv"))
    } catch {
      self = .refused(error.problems)
    }
  }

  init(of bytes: [UInt8]) { self.init(of: bytes) { bytes.count } }

  var encoding: TextEncoding? {
    if case .decided(let decision) = self { decision.encoding } else { nil }
  }

  var decision: EncodingDecision? {
    if case .decided(let decision) = self { decision } else { nil }
  }

  var problem: Problem? {
    if case .refused(let problems) = self { problems.first } else { nil }
  }

  var description: String {
    switch self {
    case .decided(let decision): "\(decision.encoding.rawValue): \(decision.reason.en)"
    case .refused(let problems): problems.map { $0.message(in: .en) }.joined(separator: "; ")
    }
  }
}

func utf16(_ text: String, isBigEndian: Bool, isMarked: Bool = true) -> [UInt8] {
  ((isMarked ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
    isBigEndian
      ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
  }
}

func utf32(_ text: String, isBigEndian: Bool) -> [UInt8] {
  text.unicodeScalars.flatMap { scalar in
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (24 - 8 * $0)) }
    return isBigEndian ? bytes : bytes.reversed()
  }
}

/// What a program makes of bytes that opens them as GB 18030: U+FFFD for what is no character.
func openedAsGB18030(_ bytes: [UInt8]) -> String { GB18030.repaired(bytes) }

/// What a program makes of bytes that opens them as Latin-1.
func openedAsLatin1(_ bytes: [UInt8]) -> String {
  String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
}

/// A table as an inspection system would export it.
let chineseTable =
  "检查编号,单位名称,检查日期,发现问题\n"
  + (1...40).map { number in
    "JC\(number),忻州市忻府区第\(number)化工有限公司,2026-03-\(number % 28 + 1),“未安装”污染防治设施；超标\n"
  }.joined()

// Spans cannot stand in an expectation, so these take arrays.

func isValidUTF8(_ bytes: [UInt8]) -> Bool { UTF8Text.isValid(bytes.span) }

func isSureUTF8(_ bytes: [UInt8]) -> Bool { UTF8Text.isSure(bytes.span) }

func decodeGB18030(_ bytes: [UInt8], into output: inout [UInt8]) -> Bool {
  GB18030.decode(bytes.span, into: &output)
}

func decodeUTF16(_ bytes: [UInt8], isBigEndian: Bool, into output: inout [UInt8]) -> Bool {
  UTF16Text.decode(bytes.span, isBigEndian: isBigEndian, into: &output)
}

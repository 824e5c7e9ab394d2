internal import CExpat
internal import Vocabulary

/// What takes the elements of a part.
protocol XMLReceiver: AnyObject {
  /// An element begins; names of elements and attributes come without their prefix.
  func start(_ name: String, _ attributes: [String: String]) throws(XMLFault)
  /// Text of the element under way, in any number of pieces.
  func text(_ bytes: [UInt8]) throws(XMLFault)
  func end(_ name: String) throws(XMLFault)
}

/// Why a part is refused.
struct XMLFault: Error {
  let detail: Wording
}

/// One reading of a part's XML, fed piece by piece.
///
/// A document type is refused as soon as it begins, so that no entity is ever defined and none is
/// fetched from elsewhere.
@safe final class XMLReading {
  private let receiver: any XMLReceiver
  private let parser: XML_Parser
  private var fault: XMLFault?
  private var depth = 0

  init(_ receiver: any XMLReceiver) throws(XMLFault) {
    guard let parser = unsafe XML_ParserCreate(nil) else {
      throw XMLFault(detail: SpreadsheetFault.badXML)
    }
    self.receiver = receiver
    unsafe self.parser = unsafe parser
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { context, name, attributes in
        unsafe XMLReading.of(context)?.start(name, attributes)
      },
      { context, name in unsafe XMLReading.of(context)?.end(name) })
    unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
      unsafe XMLReading.of(context)?.text(text, count)
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      unsafe XMLReading.of(context)?.stop(XMLFault(detail: SpreadsheetFault.entities))
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Parses the next bytes; `isLast` ends the part.
  func parse(_ piece: [UInt8], isLast: Bool = false) throws(XMLFault) {
    let status = unsafe piece.withUnsafeBytes { bytes in
      unsafe XML_Parse(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
        isLast ? 1 : 0)
    }
    if let fault { throw fault }
    guard status == XML_STATUS_OK else { throw XMLFault(detail: SpreadsheetFault.badXML) }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLReading? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<XMLReading>.fromOpaque(context).takeUnretainedValue()
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    guard depth <= SpreadsheetLimits.depth else {
      return stop(XMLFault(detail: SpreadsheetFault.badXML))
    }
    var values: [String: String] = [:]
    var place = 0
    // Names and values by turns, ended by a null pointer.
    while let key = unsafe attributes?[place], let value = unsafe attributes?[place + 1] {
      values[unsafe XMLReading.local(key)] = unsafe String(cString: value)
      place += 2
    }
    guard let name = unsafe name else { return }
    let local = unsafe XMLReading.local(name)
    perform { () throws(XMLFault) in try receiver.start(local, values) }
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    depth -= 1
    guard let name = unsafe name else { return }
    let local = unsafe XMLReading.local(name)
    perform { () throws(XMLFault) in try receiver.end(local) }
  }

  private func text(_ text: UnsafePointer<CChar>?, _ count: Int32) {
    guard let text = unsafe text else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
    let copy = unsafe Array(bytes)
    perform { () throws(XMLFault) in try receiver.text(copy) }
  }

  private static func local(_ name: UnsafePointer<CChar>) -> String {
    let whole = unsafe String(cString: name)
    return whole.lastIndex(of: ":").map { String(whole[whole.index(after: $0)...]) } ?? whole
  }

  private func perform(_ body: () throws(XMLFault) -> Void) {
    guard fault == nil else { return }
    do throws(XMLFault) {
      try body()
    } catch {
      stop(error)
    }
  }

  private func stop(_ reason: XMLFault) {
    fault = reason
    _ = unsafe XML_StopParser(parser, 0)
  }
}

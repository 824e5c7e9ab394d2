/// Whether a number, folded by `documentKey`, only counts the rows of a list: one to three digits.
///
/// Such numbers begin again with every list, and so name no record.
package func isSerialNumber(_ key: some Collection<UInt8>) -> Bool {
  key.count <= 3 && key.allSatisfy { (0x30...0x39).contains($0) }
}

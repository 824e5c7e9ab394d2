internal import Glibc

/// Writes all bytes to a descriptor, going on where a signal interrupted.
///
/// `nil` when everything is written, else the number of the system's error.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var written = 0
  while written < bytes.count {
    let put = unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.write(
        descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
    }
    if put < 0 {
      if errno == EINTR { continue }
      return errno
    }
    written += put
  }
  return nil
}

internal import Crypto
public import Files
public import Model

/// A sink that knows the SHA-256 of what went through.
final class HashingSink: ByteSink {
  private let sink: any ByteSink
  private var hash = SHA256()
  private(set) var count = 0

  init(_ sink: any ByteSink) { self.sink = sink }

  func write(_ bytes: Span<UInt8>) throws(Problem) {
    unsafe bytes.withUnsafeBufferPointer { unsafe hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    count += bytes.count
    try sink.write(bytes)
  }

  var hexDigest: String { hexadecimal(hash.finalize()) }
}

/// The SHA-256 of a file's bytes, read from the file that is open.
///
/// - Parameter onRead: called for each piece that was read.
public func fileDigest(of file: InputFile, onRead: () -> Void = {}) throws(Problem) -> String {
  var hash = SHA256()
  var buffer = [UInt8](repeating: 0, count: 256 * 1024)
  var offset = 0
  while true {
    let count = try file.read(into: &buffer, at: offset)
    if count == 0 { return hexadecimal(hash.finalize()) }
    onRead()
    offset += count
    hash.update(data: buffer[..<count])
  }
}

private func hexadecimal(_ digest: SHA256Digest) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

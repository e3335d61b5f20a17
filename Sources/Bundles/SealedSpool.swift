internal import Crypto
internal import Files
internal import Foundation
internal import Model

/// An archive inside another that must be read by seeking: in memory, and when it grows, in a file without a name.
///
/// It has not been scrubbed yet, and nothing like that may lie on a disk: each block is sealed (ChaCha20-Poly1305, RFC
/// 8439) under a key that only this object has, its number being the nonce.
final class SealedSpool: RandomAccess {
  private(set) var size = 0
  private let folder: String?
  /// What is not sealed: all of it, or what comes behind the last whole block.
  private var memory: [UInt8] = []
  private var file: NamelessFile?
  private let key = SymmetricKey(size: .bits256)
  /// The block that was opened last.
  private var opened: (number: Int, bytes: [UInt8]) = (-1, [])

  private static let block = 64 * 1024
  private static let sealed = block + 16
  private static let memoryLimit = 4 * 1024 * 1024

  /// Reads `source` to its end.
  ///
  /// - Parameters:
  ///   - folder: where a file may be made; nil for the system's folder for temporary files.
  ///   - limit: how many bytes there may be.
  /// - Throws: `Problem` of code `limit` or `input-output`, and what `source` throws.
  init(_ source: any ByteSource, folder: String?, limit: Int, subject: String) throws(Problem) {
    self.folder = folder
    var buffer = [UInt8](repeating: 0, count: Self.block)
    while true {
      let count = try source.read(into: &buffer)
      if count == 0 { return }
      size += count
      guard size <= limit else { throw Problem(.limit, subject, "is larger than \(ByteCount.text(limit))") }
      memory += buffer[..<count]
      if file != nil || memory.count > Self.memoryLimit { try sealBlocks(subject) }
    }
  }

  private func sealBlocks(_ subject: String) throws(Problem) {
    let file: NamelessFile
    do throws(Problem) {
      if let known = self.file { file = known } else { file = try NamelessFile(in: folder ?? Temporary.folder) }
    } catch {
      // A pass that writes nothing needs no such folder for anything else.
      guard folder == nil else { throw error }
      throw Problem(
        .unscannable, subject, "is too large for memory, and no temporary file can be made in \(Temporary.folder)",
        mend: "Set TMPDIR to a folder that can be written")
    }
    self.file = file
    var start = 0
    while memory.count - start >= Self.block {
      let text = memory[start..<start + Self.block]
      guard let box = try? ChaChaPoly.seal(text, using: key, nonce: Self.nonce(file.size / Self.sealed)) else {
        throw Problem(.internalError, "", "a temporary file could not be sealed")
      }
      let bytes = Array(box.ciphertext + box.tag)
      try file.append(bytes.span)
      start += Self.block
    }
    memory.removeFirst(start)
  }

  private static func nonce(_ number: Int) throws -> ChaChaPoly.Nonce {
    let low = (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    return try ChaChaPoly.Nonce(data: [0, 0, 0, 0] + low)
  }

  func read(into buffer: inout [UInt8], at offset: Int) throws(Problem) -> Int {
    guard offset < size else { return 0 }
    let number = offset / Self.block
    let bytes = try block(number)
    // In memory there is one block, however long.
    let start = file == nil ? offset : offset - number * Self.block
    let count = min(buffer.count, bytes.count - start)
    buffer.replaceSubrange(..<count, with: bytes[start..<start + count])
    return count
  }

  private func block(_ number: Int) throws(Problem) -> [UInt8] {
    guard let file, (number + 1) * Self.sealed <= file.size else { return memory }
    if opened.number == number { return opened.bytes }
    var bytes = [UInt8](repeating: 0, count: Self.sealed)
    var filled = try file.read(into: &bytes, at: number * Self.sealed)
    while filled < bytes.count {
      var rest = [UInt8](repeating: 0, count: bytes.count - filled)
      let more = try file.read(into: &rest, at: number * Self.sealed + filled)
      if more == 0 { break }
      bytes.replaceSubrange(filled..<filled + more, with: rest[..<more])
      filled += more
    }
    guard
      let box = try? ChaChaPoly.SealedBox(
        nonce: Self.nonce(number), ciphertext: bytes[..<Self.block], tag: bytes[Self.block...]),
      let text = try? ChaChaPoly.open(box, using: key)
    else { throw Problem(.internalError, "", "a temporary file was changed by somebody else") }
    opened = (number, Array(text))
    return opened.bytes
  }
}

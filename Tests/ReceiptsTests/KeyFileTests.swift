import Foundation
import Model
import Receipts
import Testing

/// A folder of its own for each test.
final class KeyFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "receipts-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test(arguments: SignatureScheme.allCases)
  func `a key file is its owner's alone, and reads back`(scheme: SignatureScheme) throws {
    let key = SigningKey(scheme: scheme)
    try KeyFile.create(key, at: path("k.pem"))
    #expect(try mode(path("k.pem")) == 0o600)
    #expect(try KeyFile.readSigningKey(at: path("k.pem")).verifyingKey == key.verifyingKey)
  }

  @Test(arguments: SignatureScheme.allCases)
  func `a private key is written as openssl writes it`(scheme: SignatureScheme) throws {
    let text = try Samples.text("\(Samples.fileStem(scheme)).test-key.pem")
    try KeyFile.create(try Samples.key(scheme), at: path("k.pem"))
    let written = try String(contentsOfFile: path("k.pem"), encoding: .utf8)
    // The fixture has one line of warning first.
    #expect(written == text.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n")
  }

  @Test func `a file that exists is never replaced, nor is one behind a link`() throws {
    try Data("mine".utf8).write(to: folder.appending(path: "k.pem"))
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("nowhere"))
    for name in ["k.pem", "link"] {
      #expect(Samples.code { try KeyFile.create(SigningKey(), at: path(name)) } == .outputConflict)
    }
    #expect(try String(contentsOfFile: path("k.pem"), encoding: .utf8) == "mine")
    #expect(!FileManager.default.fileExists(atPath: path("nowhere")))
  }

  @Test(arguments: [0o640, 0o604, 0o644, 0o660, 0o601])
  func `a private key that others can reach is refused with the mend`(mode: Int) throws {
    try KeyFile.create(SigningKey(), at: path("k.pem"))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path("k.pem"))
    #expect { _ = try KeyFile.readSigningKey(at: path("k.pem")) } throws: {
      ($0 as? Problem)?.code == .untrusted && "\($0)".contains("chmod 600")
    }
  }

  @Test func `a public key may be read by anybody`() throws {
    let key = SigningKey().verifyingKey
    try Data(key.pem.utf8).write(to: folder.appending(path: "k.pub.pem"))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path("k.pub.pem"))
    #expect(try KeyFile.readVerifyingKey(at: path("k.pub.pem")) == key)
  }

  @Test func `what is not a key file is named for what it is`() throws {
    #expect(Samples.code { _ = try KeyFile.readSigningKey(at: path("none")) } == .missingFile)
    #expect(Samples.code { _ = try KeyFile.readVerifyingKey(at: folder.path(percentEncoded: false)) } == .wrongKind)
    #expect(Samples.code { try KeyFile.create(SigningKey(), at: path("no/such/folder/k.pem")) } == .missingFile)
    try Data().write(to: folder.appending(path: "empty"))
    #expect(Samples.code { _ = try KeyFile.readVerifyingKey(at: path("empty")) } == .invalidFile)
    try Data(repeating: 0x41, count: 1 << 17).write(to: folder.appending(path: "large"))
    #expect(Samples.code { _ = try KeyFile.readVerifyingKey(at: path("large")) } == .limit)
    try Data([0xFF, 0xFE]).write(to: folder.appending(path: "binary"))
    #expect(Samples.code { _ = try KeyFile.readVerifyingKey(at: path("binary")) } == .invalidFile)
  }
}

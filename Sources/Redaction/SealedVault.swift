internal import Crypto
public import Model

/// A vault as bytes on disk, sealed with AES-256-GCM (NIST SP 800-38D) under a key derived from the pseudonym key.
///
/// | bytes | what |
/// |---|---|
/// | 15 | `casegate vault`, NUL |
/// | 1 | the version, 1 |
/// | 8 | the identifier of the pseudonym key |
/// | 16 | salt, new for each writing, so that no key seals twice |
/// | 12 | nonce |
/// | 8 | the length of what is sealed, most significant byte first |
/// | n | sealed entries |
/// | 16 | tag, over the sealed entries and everything before them |
public enum SealedVault {
  /// What a vault begins with.
  public static let magic = Array("casegate vault\u{0}".utf8)
  private static let version: UInt8 = 1
  private static let headerSize = 60
  private static let tagSize = 16

  /// The vault, sealed; no two results are alike.
  ///
  /// - Throws: `Problem` of code `internal` should the cipher refuse.
  public static func seal(_ vault: Vault, under key: PseudonymKey) throws(Problem) -> [UInt8] {
    let plain = VaultCoding.encode(vault)
    let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    let nonce = AES.GCM.Nonce()
    let header = magic + [version] + key.identifierBytes + salt + Array(nonce) + bigEndian(plain.count)
    do {
      let box = try AES.GCM.seal(
        plain, using: key.vaultKey(salt: salt), nonce: nonce, authenticating: header)
      return header + box.ciphertext + box.tag
    } catch {
      throw Problem(.internalError, "vault", "cannot be sealed")
    }
  }

  /// Opens a vault.
  ///
  /// - Parameter file: the file's name, for errors.
  /// - Throws: `Problem` of code `untrusted` when the bytes are no vault, belong to another key, are of a version that is
  ///   not known, or are not what was written.
  public static func open(_ bytes: [UInt8], under key: PseudonymKey, file: String) throws(Problem) -> Vault {
    guard bytes.starts(with: magic.prefix(bytes.count)), !bytes.isEmpty else {
      throw Problem(.untrusted, file, "is not a vault", mend: "Name a file that 'casegate scrub --vault' wrote")
    }
    guard bytes.count >= headerSize + tagSize else { throw damaged(file, "is cut off") }
    guard bytes[15] == version else {
      throw Problem(
        .untrusted, file, "is a vault of version \(bytes[15]), and this program knows version \(version)",
        mend: "Use the version of casegate that wrote it, or a newer one")
    }
    let owner = Array(bytes[16..<24])
    guard owner == key.identifierBytes else {
      throw Problem(
        .untrusted, file,
        "belongs to the pseudonym key \(hexadecimal(owner)), and the one given is \(key.identifier)",
        mend: "Name the key it was written with, or another vault")
    }
    let length = bytes[52..<60].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let room = bytes.count - headerSize - tagSize
    guard length == UInt64(room) else {
      throw damaged(file, length > UInt64(room) ? "is cut off" : "has more bytes than were written")
    }
    let plain: [UInt8]
    do {
      let box = try AES.GCM.SealedBox(
        nonce: AES.GCM.Nonce(data: bytes[40..<52]), ciphertext: bytes[headerSize..<(headerSize + room)],
        tag: bytes[(headerSize + room)...])
      plain = Array(
        try AES.GCM.open(
          box, using: key.vaultKey(salt: Array(bytes[24..<40])), authenticating: bytes[..<headerSize]))
    } catch {
      throw damaged(file, "is damaged, or was changed")
    }
    guard let vault = VaultCoding.decode(plain) else {
      throw Problem(
        .untrusted, file, "holds kinds of values that this program does not know",
        mend: "Use the version of casegate that wrote it, or a newer one")
    }
    return vault
  }

  private static func damaged(_ file: String, _ reason: String) -> Problem {
    Problem(
      .untrusted, file, reason + "; it is left as it is",
      mend: "Restore it from a copy, or name another file for a new vault")
  }
}

private func bigEndian(_ number: Int) -> [UInt8] {
  stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: UInt64(number) >> UInt64($0)) }
}

import Model
import Redaction
import Testing

@Suite struct VaultTests {
  private static func vault() -> Vault {
    var vault = Vault()
    vault.add(.phone, pseudonym: Array("+10004175032".utf8), original: Array("+12125550147".utf8))
    vault.add(.phone, pseudonym: Array("+1-000-417-5032".utf8), original: Array("+1-212-555-0147".utf8))
    vault.add(.personName, pseudonym: Array("person-name-aaaaaaaaaa".utf8), original: Array("Jane Roe".utf8))
    vault.add(.personName, pseudonym: Array("person-name-aaaaaaaaaa".utf8), original: [0x4A, 0xE9, 0x0A, 0x00])
    return vault
  }

  private static func entries(_ vault: Vault) -> Set<Vault.Entry> {
    var entries: Set<Vault.Entry> = []
    vault.forEach { entries.insert($0) }
    return entries
  }

  @Test func aSealedVaultOpensAndShowsNothing() throws {
    let vault = Self.vault()
    let sealed = try SealedVault.seal(vault, under: RedactorTests.key)
    #expect(try Self.entries(SealedVault.open(sealed, under: RedactorTests.key, file: "v")) == Self.entries(vault))
    #expect(sealed.starts(with: SealedVault.magic))
    let text = String(decoding: sealed, as: UTF8.self)
    #expect(!text.contains("212") && !text.contains("Jane") && !text.contains("person") && !text.contains("4175032"))
    #expect(try SealedVault.seal(vault, under: RedactorTests.key) != sealed, "salt and nonce are new each time")
  }

  @Test func anEmptyVaultIsAVault() throws {
    let sealed = try SealedVault.seal(Vault(), under: RedactorTests.key)
    #expect(try SealedVault.open(sealed, under: RedactorTests.key, file: "v").count == 0)
  }

  @Test func anotherKeyIsSaidToBeAnother() throws {
    let sealed = try SealedVault.seal(Self.vault(), under: RedactorTests.key)
    let error = #expect(throws: Problem.self) { try SealedVault.open(sealed, under: .ephemeral(), file: "v") }
    #expect(error?.code == .untrusted && error?.reason.contains("belongs to the pseudonym key") == true)
  }

  @Test func everyCutAndEveryFlippedBitIsNoticed() throws {
    let sealed = try SealedVault.seal(Self.vault(), under: RedactorTests.key)
    for length in 0..<sealed.count {
      let error = #expect(throws: Problem.self) {
        try SealedVault.open(Array(sealed[..<length]), under: RedactorTests.key, file: "v")
      }
      #expect(error?.code == .untrusted && error?.mend != nil)
    }
    #expect(throws: Problem.self) { try SealedVault.open(sealed + [0], under: RedactorTests.key, file: "v") }
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1 << UInt8(index % 8)
      #expect(throws: Problem.self) { try SealedVault.open(changed, under: RedactorTests.key, file: "v") }
    }
  }

  @Test func mergingKeepsAllAndSaysWhetherAnythingIsNew() {
    var vault = Self.vault()
    let isChanged = vault.merge(Self.vault())
    #expect(!isChanged)
    var other = Vault()
    other.add(.host, pseudonym: Array("host-aaaaaaaaaa".utf8), original: Array("sip01".utf8))
    let isChangedNow = vault.merge(other)
    #expect(isChangedNow && vault.count == 4)
  }

  @Test func aPseudonymIsFoundInAnySpelling() {
    let tokens = ["+10004175032", "(000) 417 5032", "PERSON-NAME-AAAAAAAAAA", "0009999999"].map { Array($0.utf8) }
    let found = Self.vault().entries(behind: tokens)
    #expect(found.map(\.count) == [1, 2, 1, 0], "the printed form first, then what is the same number")
    #expect(found[0][0].originals == [Array("+12125550147".utf8)])
    #expect(found[2][0].originals.count == 2)
  }

  @Test func whatARedactorWritesCanBeRevealed() throws {
    let recorder = VaultRecorder()
    var redactor = Redactor(key: RedactorTests.key, recorder: recorder)
    var pseudonyms: [(String, String)] = []
    for (value, category) in RedactorTests.values {
      let replacement = try #require(RedactorTests.replaced(value, category, &redactor))
      if !replacement.allSatisfy({ $0 == "*" }) { pseudonyms.append((replacement, value)) }
    }
    let vault = recorder.vault
    #expect(vault.count == pseudonyms.count, "asterisks stand for nothing that could be given back")
    for (pseudonym, value) in pseudonyms {
      let originals = vault.entries(behind: [Array(pseudonym.utf8)])[0].flatMap(\.originals)
      #expect(originals.contains(Array(value.utf8)), "\(value)")
    }
  }
}

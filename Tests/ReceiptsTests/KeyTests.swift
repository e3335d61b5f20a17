import Model
import Receipts
import Testing

/// The fixture keys were made by `openssl genpkey`, and their ids computed by securesystemslib.
struct KeyTests {
  @Test(arguments: [
    (SignatureScheme.ed25519, "13ffac064441f1f21136bdefc9b53fb08601fbaf0ccc12db91d4bcaab19a5401"),
    (SignatureScheme.p256, "bbd4e82e08bf78b7208ac7b7338faa3fd7928a382b5f4a7db49a756286db7cd5"),
  ])
  func `the key id is the one securesystemslib computes`(scheme: SignatureScheme, id: String) throws {
    #expect(try Samples.publicKey(scheme).keyID == id)
    #expect(try Samples.key(scheme).verifyingKey.keyID == id)
  }

  @Test(arguments: SignatureScheme.allCases)
  func `the public key is written as openssl writes it`(scheme: SignatureScheme) throws {
    let text = try Samples.text("\(Samples.fileStem(scheme)).test-key.pub.pem")
    #expect(try Samples.key(scheme).verifyingKey.pem == text)
    #expect(try VerifyingKey(pem: text).pem == text)
  }

  @Test(arguments: SignatureScheme.allCases)
  func `keys differ, and one key is not another's`(scheme: SignatureScheme) throws {
    let (one, other) = (SigningKey(scheme: scheme), SigningKey(scheme: scheme))
    let signature = try one.sign([1, 2, 3])
    #expect(one.verifyingKey.isValid(signature, for: [1, 2, 3]))
    #expect(!one.verifyingKey.isValid(signature, for: [1, 2]))
    #expect(!other.verifyingKey.isValid(signature, for: [1, 2, 3]))
    #expect(!one.verifyingKey.isValid([], for: [1, 2, 3]))
  }

  @Test(arguments: SignatureScheme.allCases)
  func `no description of a key shows the secret`(scheme: SignatureScheme) throws {
    let key = try Samples.key(scheme)
    let secret = try Samples.text("\(Samples.fileStem(scheme)).test-key.pem").split(separator: "\n")[2].prefix(24)
    var dumped = ""
    dump(key, to: &dumped)
    dump([key], to: &dumped)
    for text in ["\(key)", String(reflecting: key), "\([key])", dumped] {
      #expect(text.contains(key.verifyingKey.keyID))
      #expect(!text.contains(secret) && !text.contains("PrivateKey"))
    }
  }

  @Test(arguments: [
    ("", "no PEM block"),
    ("-----BEGIN PUBLIC KEY-----\nMCow\n", "cut short"),
    ("-----BEGIN PUBLIC KEY-----\n!!\n-----END PUBLIC KEY-----\n", "not base64"),
    ("-----BEGIN PUBLIC KEY-----\nMCow\n-----END PRIVATE KEY-----\n", "cut short"),
    ("-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----\n", "neither Ed25519"),
    ("-----BEGIN CERTIFICATE-----\nMCow\n-----END CERTIFICATE-----\n", "does not hold a public key"),
    ("-----BEGIN PRIVATE KEY-----\nMCow\n-----END PRIVATE KEY-----\n", "holds a private key"),
  ])
  func `a file that holds no public key says what it holds`(text: String, reason: String) {
    #expect { _ = try VerifyingKey(pem: text) } throws: { "\($0)".contains(reason) }
  }

  @Test(arguments: [
    ("-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----\n", "cannot sign"),
    ("-----BEGIN ENCRYPTED PRIVATE KEY-----\nMCow\n-----END ENCRYPTED PRIVATE KEY-----\n", "Decrypt it"),
    ("-----BEGIN EC PRIVATE KEY-----\nMCow\n-----END EC PRIVATE KEY-----\n", "pkcs8"),
    ("-----BEGIN PRIVATE KEY-----\nMCow\n-----END PRIVATE KEY-----\n", "neither Ed25519"),
  ])
  func `a file that holds no usable private key says how to mend it`(text: String, reason: String) {
    #expect { _ = try SigningKey(pem: text) } throws: { "\($0)".contains(reason) && !"\($0)".contains("MCow") }
  }

  @Test func `line ends of other systems do no harm, two keys in one file do`() throws {
    let text = try Samples.text("ed25519.test-key.pub.pem")
    #expect(try VerifyingKey(pem: text.replacing("\n", with: "\r\n")) == (try Samples.publicKey(.ed25519)))
    #expect { _ = try VerifyingKey(pem: text + text) } throws: { "\($0)".contains("several") }
  }
}

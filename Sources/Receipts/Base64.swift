internal import Foundation

/// Standard base64 with padding (RFC 4648 section 4): DSSE allows the URL-safe alphabet too, but cosign does not read it.
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  /// The bytes that `text` spells; nil when it is anything but their one canonical spelling.
  ///
  /// Encoding again catches stray bits in the last character, which decoders ignore: without that, a changed byte
  /// could go unseen.
  static func decode(_ text: String) -> [UInt8]? {
    guard let data = Data(base64Encoded: text), data.base64EncodedString().utf8.elementsEqual(text.utf8) else {
      return nil
    }
    return Array(data)
  }
}

internal import Crypto

extension CheckContext {
  /// What names a finding about data that no report may repeat.
  ///
  /// All free text of the case goes into it: a digest of the value alone could be guessed, and a waiver must not outlive
  /// the text it was given for. Moving the text to other lines changes nothing.
  func fingerprint(_ id: String, _ place: Place, _ kind: String) -> String {
    let texts = caseFile.freeTexts
    let first = texts.first { $0.field == place.path }?.line ?? place.line
    let head = [id, place.path, kind, String(place.line - first)]
    let parts = head + texts.flatMap { [$0.field, $0.text] }
    // Lengths keep the parts apart.
    let bytes = parts.flatMap { Array("\($0.utf8.count):".utf8) + Array($0.utf8) }
    return SHA256.hash(data: bytes).prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

/// Which lines go on in the next.
enum Folds {
  /// Headers of mail and SIP that hold people; their blanks belong to the text.
  private static let headers: [[UInt8]] = [
    "From", "To", "Cc", "Bcc", "Reply-To", "Sender", "Contact", "Diversion", "Authorization", "P-Asserted-Identity",
    "Remote-Party-ID", "Refer-To", "Referred-By", "History-Info", "Delivered-To", "Return-Path", "Subject",
  ].map { Array($0.utf8) }

  /// Attributes of directories that hold people; what exports them may fold anywhere.
  private static let attributes: [[UInt8]] = [
    "dn", "cn", "sn", "uid", "mail", "givenName", "displayName", "telephoneNumber", "mobile", "homePhone", "street",
    "postalAddress", "userPassword", "sAMAccountName", "userPrincipalName", "description", "manager", "member",
  ].map { Array($0.utf8) }

  /// Whether `line` may go on behind a line end and a blank; says whether the blank belongs to the text.
  static func mayGoOn(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool? {
    // LDIF, vCard and iCalendar break at 75 to 79 bytes, whatever stands there.
    guard line.count >= 4, line.count <= 998, isLetter(text[line.lowerBound]) else { return nil }
    let isFull = (74...80).contains(line.count)
    var colon = line.lowerBound
    while colon < line.upperBound, colon - line.lowerBound < 48, text[colon] != UInt8(ascii: ":") {
      let byte = text[colon]
      guard isAlphanumeric(byte) || isJoint(byte) || isFull && (byte == UInt8(ascii: ";") || byte == UInt8(ascii: "="))
      else { return nil }
      colon += 1
    }
    guard colon < line.upperBound, text[colon] == UInt8(ascii: ":") else { return nil }
    if isFull { return false }
    let name = line.lowerBound..<colon
    func isOne(of names: [[UInt8]]) -> Bool {
      names.contains { known in
        known.count == name.count && known.indices.allSatisfy { known[$0] == text[name.lowerBound + $0] }
      }
    }
    if isOne(of: attributes) { return false }
    // A header begins its text on its first line; "Subject:" alone is a heading.
    guard colon + 1 < line.upperBound, (colon + 1..<line.upperBound).contains(where: { text[$0] > 0x20 }) else {
      return nil
    }
    return isOne(of: headers) ? true : nil
  }

  /// Whether the line at `start` begins with one blank and goes on with something else.
  static func isContinuation(_ text: Span<UInt8>, _ start: Int) -> Bool {
    start + 1 < text.count && (text[start] == 0x20 || text[start] == 0x09) && text[start + 1] > 0x20
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}

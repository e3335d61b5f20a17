/// A short sequence of byte classes that gates a rule, such as `d{3}-d{2}-d{4}`.
///
/// Letters stand for classes: `d` a digit, `h` a hexadecimal digit, `u` an upper-case letter, `a` a letter, `w` a letter
/// or digit; `[...]` lists bytes, `\` takes the next byte as it is, and every other byte stands for itself. `{n}` and
/// `{m,n}` repeat the element before them.
public struct Shape: Sendable, Hashable {
  /// The shape as it was written.
  public let source: String
  /// Every sequence that the shape stands for.
  public let sequences: [[ByteSet]]

  struct Invalid: Error { let reason: String }

  init(_ source: String) throws(Invalid) {
    self.source = source
    var text = Array(source.utf8)[...]
    var sequences: [[ByteSet]] = [[]]
    while let byte = text.popFirst() {
      let set = try Self.element(byte, &text)
      let counts = try Self.counts(&text)
      sequences = sequences.flatMap { head in counts.map { head + Array(repeating: set, count: $0) } }
      guard sequences.count <= 64 else { throw Invalid(reason: "stands for more than 64 sequences") }
    }
    guard sequences.allSatisfy({ (2...24).contains($0.count) }) else {
      throw Invalid(reason: "must stand for 2 to 24 bytes")
    }
    self.sequences = sequences
  }

  private static func element(_ byte: UInt8, _ text: inout ArraySlice<UInt8>) throws(Invalid) -> ByteSet {
    switch byte {
    case UInt8(ascii: "d"): return .digits
    case UInt8(ascii: "h"): return .hex
    case UInt8(ascii: "u"): return .upper
    case UInt8(ascii: "a"): return .letters
    case UInt8(ascii: "w"): return .alphanumerics
    case UInt8(ascii: "\\"):
      guard let next = text.popFirst() else { throw Invalid(reason: "ends in a backslash") }
      return ByteSet([next])
    case UInt8(ascii: "["):
      var set = ByteSet([])
      while let next = text.popFirst() {
        if next == UInt8(ascii: "]") { return set }
        set.insert(next)
      }
      throw Invalid(reason: "has '[' without ']'")
    default: return ByteSet([byte])
    }
  }

  private static func counts(_ text: inout ArraySlice<UInt8>) throws(Invalid) -> ClosedRange<Int> {
    guard text.first == UInt8(ascii: "{") else { return 1...1 }
    guard let close = text.firstIndex(of: UInt8(ascii: "}")) else { throw Invalid(reason: "has '{' without '}'") }
    let parts = String(decoding: text[text.startIndex + 1..<close], as: UTF8.self).split(separator: ",")
    text = text[(close + 1)...]
    let numbers = parts.compactMap { Int($0) }
    guard (1...2).contains(numbers.count), numbers.count == parts.count, let low = numbers.first,
      let high = numbers.last, 0 <= low, low <= high, high <= 24
    else { throw Invalid(reason: "has a count that is not {n} or {m,n} with numbers up to 24") }
    return low...high
  }
}

/// Copies a text with every pseudonym of a vault replaced by its original, exact to the byte elsewhere.
///
/// The text comes in pieces of any size; what is held back is bounded by the longest pseudonym.
public struct RevealedText {
  private struct Way {
    let original: [UInt8]
    let border: Border
  }

  /// What may not stand beside a pseudonym, because the two together would be another value.
  private enum Border {
    /// Nothing: the pseudonym says itself where it begins and ends.
    case none
    /// A digit beside a digit.
    case digits
    /// A letter or digit beside one.
    case words
  }

  private var ways: [[UInt8]: Way] = [:]
  private var lengths: [UInt32: [Int]] = [:]
  /// Whether a hash of four bytes begins any pseudonym; almost every place in a text is settled here.
  private var starts = [Bool](repeating: false, count: 1 << 16)
  private var longest = 0
  private var width: TextWidth?
  private let vault: Vault
  private var buffer: [UInt8] = []
  private var position = 0
  /// How many pseudonyms were replaced.
  public private(set) var count = 0
  /// How many pseudonyms stand for several values, told apart only by their category, and are left as they are.
  public private(set) var ambiguous = 0

  /// Prepares to reveal with `vault`.
  public init(_ vault: Vault) { self.vault = vault }

  /// Takes the next piece of the text, and adds what is ready to `output`.
  ///
  /// - Parameter isLast: whether nothing follows.
  public mutating func append(_ bytes: some Collection<UInt8>, isLast: Bool, to output: inout [UInt8]) {
    buffer += bytes
    if width == nil {
      guard buffer.count >= 4 || isLast else { return }
      prepare(TextWidth(head: buffer))
    }
    let size = width?.size ?? 1
    let end = isLast ? buffer.count : buffer.count - longest - size
    var copied = position
    while position < end {
      if let (length, way) = hit() {
        output += buffer[copied..<position]
        output += way.original
        position += length
        copied = position
        count += 1
      } else {
        position += 1
      }
    }
    output += buffer[copied..<position]
    // One character stays: what follows may ask what stands before it.
    let done = max(0, position - size)
    buffer.removeSubrange(..<done)
    position -= done
  }

  private mutating func prepare(_ width: TextWidth) {
    self.width = width
    var conflicts: Set<[UInt8]> = []
    vault.forEach { entry in
      guard entry.pseudonym.count >= 4, let original = entry.originals.first else { return }
      let pseudonym = width.encoded(entry.pseudonym)
      let way = Way(original: width.encoded(original), border: Self.border(entry.pseudonym))
      if let other = ways.updateValue(way, forKey: pseudonym), other.original != way.original {
        conflicts.insert(pseudonym)
      }
      longest = max(longest, pseudonym.count)
    }
    ambiguous = conflicts.count
    for pseudonym in conflicts { ways[pseudonym] = nil }
    for pseudonym in ways.keys {
      let start = Self.start(pseudonym, 0)
      starts[Self.slot(start)] = true
      if lengths[start, default: []].contains(pseudonym.count) { continue }
      lengths[start, default: []].append(pseudonym.count)
      lengths[start]?.sort(by: >)
    }
  }

  /// The longest pseudonym that begins here.
  private func hit() -> (length: Int, Way)? {
    guard position + 4 <= buffer.count else { return nil }
    let start = Self.start(buffer, position)
    guard starts[Self.slot(start)], let lengths = lengths[start] else { return nil }
    for length in lengths where position + length <= buffer.count {
      if let way = ways[Array(buffer[position..<position + length])], isWhole(length, way.border) {
        return (length, way)
      }
    }
    return nil
  }

  private func isWhole(_ length: Int, _ border: Border) -> Bool {
    guard border != .none, let width else { return true }
    let end = position + length
    func joins(_ left: Int, _ right: Int) -> Bool {
      guard left >= 0, right + width.size <= buffer.count,
        let left = width.ascii(buffer[left..<left + width.size]),
        let right = width.ascii(buffer[right..<right + width.size])
      else { return false }
      return border == .words ? isWordByte(left) && isWordByte(right) : isDigit(left) && isDigit(right)
    }
    return !joins(position - width.size, position) && !joins(end - width.size, end)
  }

  private static func border(_ pseudonym: [UInt8]) -> Border {
    if Label.isLabel(pseudonym[...]) || Replacement.isToken(pseudonym) { return .none }
    if pseudonym.suffix(MailShape.domainEnd.count) == MailShape.domainEnd[...] { return .none }
    return NumberShape.hasLetters(pseudonym) ? .words : .digits
  }

  private static func start(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    UInt32(bytes[index]) << 24 | UInt32(bytes[index + 1]) << 16 | UInt32(bytes[index + 2]) << 8
      | UInt32(bytes[index + 3])
  }

  private static func slot(_ start: UInt32) -> Int { Int((start &* 0x9E37_79B1) >> 16) }
}

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

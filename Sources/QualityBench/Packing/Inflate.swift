/// Reads deflate data (RFC 1951): a second hand's reader, so that the product's own does not judge itself.
struct Inflate {
  private let bytes: [UInt8]
  private var place: Int
  private var bits = 0
  private var bitCount = 0
  private var failed = false

  init?(_ bytes: [UInt8], at place: Int) {
    guard place <= bytes.count else { return nil }
    self.bytes = bytes
    self.place = place
  }

  /// Where the data ended.
  var end: Int { place }

  /// All of it; nil when it is damaged.
  mutating func run() -> [UInt8]? {
    var output: [UInt8] = []
    var isLast = false
    while !isLast, !failed {
      isLast = take(1) == 1
      switch take(2) {
      case 0: copyStored(&output)
      case 1: copy(&output, Self.fixedLengths, Self.fixedDistances)
      case 2:
        if let (lengths, distances) = readCodes() { copy(&output, lengths, distances) } else { failed = true }
      default: failed = true
      }
    }
    // Whole bytes that were looked at but not used go back.
    place -= bitCount / 8
    return failed ? nil : output
  }

  private mutating func take(_ count: Int) -> Int {
    while bitCount < count {
      guard place < bytes.count else {
        failed = true
        return 0
      }
      bits |= Int(bytes[place]) << bitCount
      place += 1
      bitCount += 8
    }
    let value = bits & (1 << count - 1)
    bits >>= count
    bitCount -= count
    return value
  }

  private mutating func copyStored(_ output: inout [UInt8]) {
    place -= bitCount / 8
    (bits, bitCount) = (0, 0)
    let count = take(16)
    _ = take(16)
    guard !failed, place + count <= bytes.count else { return failed = true }
    output += bytes[place..<place + count]
    place += count
  }

  private mutating func copy(_ output: inout [UInt8], _ lengths: Huffman, _ distances: Huffman) {
    while !failed {
      let symbol = decode(lengths)
      if symbol < 256 {
        output.append(UInt8(truncatingIfNeeded: symbol))
      } else if symbol == 256 {
        return
      } else {
        let length = Self.lengthBase[min(symbol - 257, 28)] + take(Self.lengthExtra[min(symbol - 257, 28)])
        let code = decode(distances)
        guard code < 30 else { return failed = true }
        let distance = Self.distanceBase[code] + take(code < 4 ? 0 : code / 2 - 1)
        guard distance <= output.count else { return failed = true }
        for _ in 0..<length { output.append(output[output.count - distance]) }
      }
    }
  }

  private mutating func readCodes() -> (Huffman, Huffman)? {
    let (lengths, distances, codes) = (take(5) + 257, take(5) + 1, take(4) + 4)
    var widths = [Int](repeating: 0, count: 19)
    for index in 0..<codes { widths[Self.order[index]] = take(3) }
    let code = Huffman(widths)
    var all: [Int] = []
    while all.count < lengths + distances, !failed {
      let symbol = decode(code)
      switch symbol {
      case 0..<16: all.append(symbol)
      case 16:
        guard let last = all.last else { return nil }
        for _ in 0..<take(2) + 3 { all.append(last) }
      case 17: for _ in 0..<take(3) + 3 { all.append(0) }
      default: for _ in 0..<take(7) + 11 { all.append(0) }
      }
    }
    guard all.count == lengths + distances else { return nil }
    return (Huffman(Array(all[..<lengths])), Huffman(Array(all[lengths...])))
  }

  private mutating func decode(_ code: Huffman) -> Int {
    var (word, first, index) = (0, 0, 0)
    for width in 1..<16 {
      word |= take(1)
      let count = code.counts[width]
      if word - count < first { return code.symbols[index + word - first] }
      index += count
      first = (first + count) << 1
      word <<= 1
      if failed { return 256 }
    }
    failed = true
    return 256
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthExtra = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBase = (0..<30).map { $0 < 4 ? $0 + 1 : (2 + $0 % 2) << ($0 / 2 - 1) + 1 }
  private static let fixedLengths = Huffman((0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = Huffman([Int](repeating: 5, count: 30))
}

/// A canonical code: how many words each width has, and what they mean in order.
struct Huffman: Sendable {
  private(set) var counts = [Int](repeating: 0, count: 16)
  let symbols: [Int]

  init(_ widths: [Int]) {
    for width in widths where width > 0 { counts[width] += 1 }
    symbols = (1..<16).flatMap { width in widths.indices.filter { widths[$0] == width } }
  }
}

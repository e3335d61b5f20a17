internal import Model

/// A stretch of bytes of which is known, by construction, what it is.
struct Mark: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// Must not survive.
    case plant(Category)
    /// Must stay; the text says what it is.
    case trap(String)
    /// Sites differ on it: replaced or kept, both are right.
    case either
  }

  var range: Range<Int>
  let kind: Kind

  var isPlant: Bool {
    if case .plant = kind { true } else { false }
  }

  func moved(by distance: Int) -> Mark {
    Mark(range: range.lowerBound + distance..<range.upperBound + distance, kind: kind)
  }
}

public import Model

/// Colours for people; none when the text goes to a file or a pipe.
public struct Paint: Sendable {
  private let isOn: Bool

  /// Paints when `isOn`.
  public init(isOn: Bool) { self.isOn = isOn }

  /// For what blocks.
  public func red(_ text: String) -> String { painted(text, 31) }
  /// For what passes.
  public func green(_ text: String) -> String { painted(text, 32) }
  /// For what should be looked at.
  public func yellow(_ text: String) -> String { painted(text, 33) }
  /// For what matters less.
  public func dim(_ text: String) -> String { painted(text, 2) }
  /// For headings.
  public func bold(_ text: String) -> String { painted(text, 1) }

  /// A verdict in the colour of its meaning.
  public func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: green("PASS")
    case .blocked: red("BLOCKED")
    case .undecided: yellow("UNDECIDED")
    }
  }

  private func painted(_ text: String, _ code: Int) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

/// What happens to a value that a rule found.
public enum Action: Sendable, Hashable {
  /// Replaced by the same keyed pseudonym wherever it occurs, in the style of the run.
  case pseudonym
  /// Replaced by a pseudonym of the same type that is visibly fake.
  case shape
  /// Replaced by the category and a code, such as `<phone:k7q3vdx2mn>`.
  case token
  /// Replaced by as many asterisks; equality and digits are gone, the length stays.
  case remove
  /// Left as it is: found and counted, for allow-lists.
  case keep
  /// Partly hidden or marked, in the grammar of the vendor's own log filter.
  case mask(Mask)

  /// The vendor's log-filter operators that change a value.
  public enum Mask: Sendable, Hashable {
    /// Hidden whole, with a fixed number of asterisks, so that not even the length shows.
    case hide
    /// The first `n` characters hidden.
    case hideFirst(Int)
    /// The last `n` characters hidden.
    case hideLast(Int)
    /// All but the first `n` characters hidden.
    case unhideFirst(Int)
    /// All but the last `n` characters hidden.
    case unhideLast(Int)
    /// The value taken out.
    case skip
    /// Hidden whole between a prefix and a postfix.
    case tag(String, String)
  }

  /// Reads an action as a rule pack writes it; nil when the text is not one.
  ///
  /// The vendor takes an unknown or empty setting for "copy"; here it is an error.
  public init?(_ text: String) {
    switch text {
    case "pseudonym": self = .pseudonym
    case "shape": self = .shape
    case "token": self = .token
    case "remove": self = .remove
    case "keep", "copy": self = .keep
    case "hide": self = .mask(.hide)
    case "skip": self = .mask(.skip)
    case "tag", "tag()", "tag(,)": self = .mask(.tag("<#", "#>"))
    default:
      if text.hasPrefix("tag("), text.hasSuffix(")") {
        let parts = text.dropFirst(4).dropLast().split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        self = .mask(.tag(String(parts[0]), String(parts[1])))
        return
      }
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count == 2, let count = Int(parts[1].drop { $0 == " " }), count > 0 else { return nil }
      switch parts[0] {
      case "hide-first": self = .mask(.hideFirst(count))
      case "hide-last": self = .mask(.hideLast(count))
      case "unhide-first": self = .mask(.unhideFirst(count))
      case "unhide-last": self = .mask(.unhideLast(count))
      default: return nil
      }
    }
  }

  /// The forms that `init(_:)` reads, for error messages.
  public static let grammar =
    "pseudonym, shape, token, remove, keep, copy, hide, hide-first,n, hide-last,n, unhide-first,n, unhide-last,n, skip, tag(a,b)"
}

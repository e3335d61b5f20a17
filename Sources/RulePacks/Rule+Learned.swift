public import Model
internal import PCRE2

extension Rule {
  /// The rule that finds, everywhere in a bundle, values of `category` that other rules have found in it with certainty.
  ///
  /// It has no pattern of its own: the values are searched as they are.
  public static func learned(_ category: Category) -> Rule {
    let nothing: Pattern
    do {
      nothing = try Pattern("(?!)")
    } catch {
      preconditionFailure("an empty negative lookahead is a valid pattern")
    }
    return Rule(
      id: "learned.\(category.rawValue)", title: "A value that was found elsewhere in the bundle", category: category,
      pattern: nothing, valuePattern: nil, gates: [], keyNames: [], validators: [], context: Context(),
      confidence: .medium, action: .pseudonym, block: nil, lines: 0, source: nil, samples: Samples(),
      file: "", line: 0)
  }
}

/// What the command line asks for.
struct Arguments {
  var command: Command
  var seed: UInt64 = 1
  var size = 0
  var people = 5_000
  var output = ""
  var truth: String?

  enum Command: String {
    case bundle, mixed
  }

  /// Reads the arguments after the program's name; nil when they ask for help.
  init?(_ words: [String]) throws(UsageError) {
    if words.isEmpty { throw UsageError(message: "say what to write: bundle or mixed") }
    if words.contains("--help") || words.contains("-h") || words[0] == "help" { return nil }
    guard let command = Command(rawValue: words[0]) else {
      throw UsageError(message: "unknown command '\(words[0])': it is bundle or mixed")
    }
    self.command = command
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      let (option, inline) = Self.split(word)
      guard Self.options.contains(option) else { throw UsageError(message: "unknown argument '\(word)'") }
      guard let value = inline ?? rest.popFirst(), !value.isEmpty, !value.hasPrefix("--") else {
        throw UsageError(message: "\(option) wants a value")
      }
      try set(option, value)
    }
    if size == 0 { throw UsageError(message: "--size-mb is missing") }
    if output.isEmpty { throw UsageError(message: "--output is missing") }
    if command == .bundle && output == "-" { throw UsageError(message: "a bundle is a folder: --output cannot be -") }
  }

  private static let options = ["--seed", "--size-mb", "--people", "--output", "--truth"]

  /// `--option=value` in its two parts.
  private static func split(_ word: String) -> (option: String, value: String?) {
    guard let sign = word.firstIndex(of: "="), word.hasPrefix("--") else { return (word, nil) }
    return (String(word[..<sign]), String(word[word.index(after: sign)...]))
  }

  private mutating func set(_ option: String, _ value: String) throws(UsageError) {
    switch option {
    case "--seed":
      guard let number = UInt64(value) else {
        throw UsageError(message: "--seed wants a number from 0, not '\(value)'")
      }
      seed = number
    case "--size-mb": size = try Self.count(option, value, most: 1 << 20) << 20
    case "--people": people = try Self.count(option, value, most: 1_000_000_000)
    case "--output": output = value
    default: truth = value
    }
  }

  private static func count(_ option: String, _ value: String, most: Int) throws(UsageError) -> Int {
    guard let number = Int(value), (1...most).contains(number) else {
      throw UsageError(message: "\(option) wants a whole number from 1 to \(most), not '\(value)'")
    }
    return number
  }
}

/// A command line that makes no sense.
struct UsageError: Error {
  let message: String
}

/// The pattern that finds the value of a key in every way logs and configuration files write one.
///
/// A rule lists key names; this makes one pattern that covers JSON (plain and escaped), YAML, INI, environment,
/// command-line flags, XML elements and attributes, URL queries (plain and percent-encoded), key lists of telephony
/// servers (`'Key'⇥'value'`), of their SDKs (`'Key' [str] = "value"`), of configuration protocols
/// (`key: name type: [String], value : x`) and assignments in routing traces (`name(LOCAL) <- STRING: "value"`).
enum KeyNotation {
  /// How far a value without quotes goes.
  enum Bare: String, CaseIterable {
    /// To the first blank.
    case word
    /// Over single blanks, as long as no other `key=` begins.
    case phrase
    /// Only values in quotes or tags count.
    case never
  }

  struct Invalid: Error { let reason: String }

  /// A key name as a pattern and its gate.
  ///
  /// A blank in a name stands for nothing, a blank, `_`, `-` or `.`; `*` for any run of letters, digits and those.
  static func key(_ name: String) throws(Invalid) -> (pattern: String, gate: [UInt8]) {
    var pattern = ""
    var words = [""]
    for scalar in name.unicodeScalars {
      switch scalar {
      case " ":
        pattern += "[ _.-]?"
        words.append("")
      case "*":
        pattern += "[A-Za-z0-9_.-]{0,24}"
        words.append("")
      case "a"..."z", "0"..."9", "A"..."Z":
        pattern.unicodeScalars.append(scalar)
        words[words.count - 1].unicodeScalars.append(scalar)
      case "_", "-", "@", "$", ".":
        pattern += "\\" + String(scalar)
        words.append("")
      default: throw Invalid(reason: "key '\(name)' holds a character other than letters, digits, blank, '*', '_', '-'")
      }
    }
    let longest = words.max { $0.count < $1.count } ?? ""
    guard longest.count >= 2 else { throw Invalid(reason: "key '\(name)' needs a word of at least two letters") }
    return (pattern, Array(longest.lowercased().utf8))
  }

  /// The longest stretch from the start of a match to the end of its gate.
  static let reach = 96

  static func pattern(keys: [String], bare: Bare) -> String {
    let names = "(?:" + keys.joined(separator: "|") + ")"
    // A key begins where no word goes on, where camel case turns (`homePhone`), or behind an encoded or escaped byte.
    let border = "(?:(?<flag>(?<![A-Za-z0-9_-])--?)|(?<![A-Za-z0-9])|(?-i:(?<=[a-z0-9])(?=[A-Z]))|(?<=%2[0267C]|%7B|%3F|\\\\[nt]))"
    let closing = "(?:\\\\{0,3}[\"']|%22|&quot;)?"
    let type = "(?:[ \\t]{0,4}[\\[(][A-Za-z_]{1,10}[\\])])?"
    let assignment = "[ \\t]{0,8}(?:=>|:=|==|<-|[:=]|%3[AD])[ \\t]{0,8}(?:STRING:[ \\t]{0,4})?"
    let value = open(bare)
    let forms = [
      // <phone>5550147</phone>, <ns:phone type="home">5550147</ns:phone>
      "(?:[ \\t][^<>\\r\\n]{0,200})?(?<!/)>(?<value>[^<>\\r\\n]+)</",
      // <param name="phone" value="5550147"/>, <param name="phone">5550147</param>
      "[\"'][ \\t]+(?:value|expr|result)[ \\t]*=[ \\t]*" + value,
      "[\"'][^<>\\r\\n]{0,100}(?<!/)>(?<value>[^<>\\r\\n]+)</",
      // key: phone type: [String], value : 5550147 and attr: PHONE  value: "5550147"
      "[ \\t]+(?:type:[ \\t]*\\[\\w{1,16}\\],[ \\t]*)?value[ \\t]*:[ \\t]*" + value,
      // 'phone'⇥'5550147' and AttributePhone⇥'5550147'
      "'?[ \\t]+(?=')" + value,
      // phone = 5550147, "phone":"5550147", 'phone' [str] = "5550147", phone(LOCAL) <- STRING: "5550147"
      closing + type + assignment + value,
      // phone [5550147]
      "[ \\t](?=\\[)" + value,
      // --phone 5550147
      "(?(<flag>)[ \\t]{1,4}(?![-=])" + value + "|(?!))",
    ]
    return border + names + "(?:" + forms.joined(separator: "|") + ")"
  }

  private static func open(_ bare: Bare) -> String {
    // What ends a value that has no quotes: blanks, quotes, brackets, separators, and percent-encoded `"`, `&`, `,`, `}`.
    let plain = "(?:(?!%2[26Cc]|%7[Dd]|&quot;)[^\\s\"'<>&,;|(){}\\[\\]\\\\])"
    let word = "(?:(?![=:])\(plain))++"
    let quoted = [
      "\"(?<value>(?:[^\"\\\\\\r\\n]|\\\\.)+)\"",
      // An apostrophe between letters belongs to the value: O'Brien.
      "'(?<value>(?:[^'\\\\\\r\\n]|\\\\.|(?<=[A-Za-z])'(?=[A-Za-z]))+)'",
      "(?<back>\\\\{1,3}[\"'])(?<value>(?:(?!\\k<back>)[^\\r\\n])+)\\k<back>",
      "%22(?<value>(?:(?!%22)[^\\s\"'<>&])+)%22",
      "&quot;(?<value>(?:(?!&quot;)[^<>\\r\\n])+)&quot;",
      "\\[(?<value>[^\\]\\[\\r\\n]+)\\]",
    ]
    let unquoted: [String] =
      switch bare {
      case .word: ["(?<value>\(plain)+)"]
      case .phrase: ["(?<value>\(word)(?: \(word)){0,5}(?![=:]))", "(?<value>\(plain)+)"]
      case .never: []
      }
    return "(?:" + (quoted + unquoted).joined(separator: "|") + ")"
  }
}

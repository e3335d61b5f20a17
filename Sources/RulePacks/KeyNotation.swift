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
    /// To the end of the line.
    case line
    /// Only values in quotes or tags count.
    case never
  }

  struct Invalid: Error { let reason: String }

  /// The longest stretch from the start of a match to the end of its gate.
  static let reach = 64

  /// Short forms of words that are common in names of keys.
  private static let shortForms = [
    "number": ["nbr", "num", "no", "nr"], "name": ["nm"], "date": ["dt"], "code": ["cd"], "customer": ["cust"],
    "account": ["acct"], "address": ["addr"], "phone": ["ph"],
  ]

  /// A name with all ways to shorten its words; a name of one word is not shortened.
  static func spellings(_ name: String) -> [String] {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1 else { return [name] }
    return words.reduce([""]) { starts, word in
      let forms = [word] + (shortForms[word] ?? [])
      return starts.flatMap { start in forms.map { start.isEmpty ? $0 : start + " " + $0 } }
    }
  }

  /// A key name as a pattern and its gate.
  ///
  /// A blank in a name stands for nothing, a blank, `_`, `-` or `.`; `*` for any run of letters, digits and those; `^`
  /// in front says that nothing may stand before the name that would make it part of a longer one.
  static func key(_ name: String) throws(Invalid) -> (name: KeyNames.Name, gate: Rule.Gate) {
    var result = KeyNames.Name(isWhole: name.hasPrefix("^"))
    // The stretches between wildcards, without joints, and how far each one's end is from the start of a match; two
    // dashes of a flag are counted.
    var stretches: [(text: String, end: Int)] = [("", 2)]
    var length = 2
    for scalar in name.unicodeScalars.dropFirst(result.isWhole ? 1 : 0) {
      length += scalar == "*" ? 24 : scalar.utf8.count
      switch scalar {
      case " ": result.parts.append("[ _.-]?")
      case "*":
        result.parts.append("[A-Za-z0-9_.-]{0,24}")
        stretches.append(("", length))
      case "a"..."z", "0"..."9", "A"..."Z", "@", "$":
        result.parts.append(scalar == "$" ? "\\$" : String(scalar).lowercased())
        stretches[stretches.count - 1].text.unicodeScalars.append(scalar)
        stretches[stretches.count - 1].end = length
      case "_", "-", ".": result.parts.append("\\" + String(scalar))
      case "\u{80}"...:
        result.parts.append(String(scalar))
        stretches[stretches.count - 1].text.unicodeScalars.append(scalar)
        stretches[stretches.count - 1].end = length
      default:
        throw Invalid(reason: "key '\(name)' holds a character other than letters, digits, blank, '*', '^', '_', '-'")
      }
    }
    guard length <= reach else { throw Invalid(reason: "key '\(name)' is too long") }
    let best = stretches.indices.max { stretches[$0].text.count < stretches[$1].text.count } ?? 0
    let gate = stretches[best]
    guard gate.text.count >= 2 else { throw Invalid(reason: "key '\(name)' needs at least two letters in a row") }
    let mark = Rule.Gate.Mark.key(
      Array(gate.text.lowercased().utf8), isStart: best == 0, isEnd: best == stretches.count - 1)
    return (result, Rule.Gate(mark, reach: gate.end))
  }

  /// A value on the line below its key: in quotes, as JSON is printed, or as a block of YAML.
  ///
  /// The engine shows the line below only where a line ends like that.
  private static let nextLine = "(?:[>|][+-]?[ \\t]*\\r?\\n[ \\t]{0,40}+|\\[?[ \\t]*\\r?\\n[ \\t]{0,40}+(?=[\"']))?"

  static func pattern(keys: [KeyNames.Name], bare: Bare) -> String {
    // A key begins where no word goes on, where camel case turns (`homePhone`), or behind an encoded or escaped byte.
    let border =
      "(?:(?<flag>(?<![A-Za-z0-9_-])--?(?! ))|(?<![A-Za-z0-9])(?<![A-Za-z0-9]@)|(?-i:(?<=[a-z0-9])(?=[A-Z]))|(?<=\(KeyNames.encodedBorder)))"
    let index = "(?:[_.-]?\\d{1,2}(?![\\d.])|_(?:value|val|str|txt)|__[cs](?![A-Za-z0-9]))?"
    let quote = "&(?:quot|#34|#x22);"
    let closing = "(?:\\\\{0,3}[\"']|%22|\\\\u0022|\(quote))?"
    let type = "(?:[ \\t]{0,4}[\\[(][A-Za-z0-9_]{1,16}[\\])])?"
    // Quoted-printable text has '=3D' for '='; before a letter, '3D' is rather the start of a secret, unless that secret is
    // a pseudonym already.
    let encodedEqual = "=(?-i:3D)(?=[\"'0-9+]|[a-z-]{4,24}-[a-z2-9]{10}\\b)"
    let assignment =
      "(?:[ \\t]{0,8}|[ .]{3,60})(?:=>|:=|==|<-|->|\(encodedEqual)|[:=]|%3[AD])[ \\t]{0,40}+(?:STRING:[ \\t]{0,4})?"
      + nextLine
    let element =
      "(?<!/)>(?:(?:\\r?\\n[ \\t]{0,40}+)?(?:<(?:value|string)>)?(?:<!\\[CDATA\\[)?(?<value>[^<>\\r\\n]+?)(?:\\]\\]>)?</"
      // The text of an element on a line of its own; `<password>` that only stands for a value has other settings below it.
      + "|\\r?\\n[ \\t]{0,40}+(?![A-Za-z_][\\w.-]{0,60}[ \\t]?[=:])(?<value>[^<>\\r\\n]+?)[ \\t]*\\r?$)"
    let value = open(bare, quote: quote)
    // The value stands in the pattern once, behind what leads to it: the pattern's size counts, for there are many rules.
    let leads = [
      // phone = 5550147, "phone":"5550147", data['phone'] = "5550147",
      // 'phone' [str] = "5550147", phone(LOCAL) <- STRING: "5550147"
      closing + "[)\\]]?" + type + assignment,
      // 'phone'⇥'5550147', AttributePhone⇥'5550147' and phone "5550147"
      "[\"']?(?:[ \\t]{0,4}\\[[A-Za-z0-9_]{1,16}\\])?[ \\t]+(?=[\"'])",
      // &lt;phone&gt;5550147&lt;/phone&gt;
      "&gt;(?<value>(?:(?!&lt;)[^<>\\r\\n])+)&lt;/",
      // <param name="phone" value="5550147"/>
      "[\"']?[ \\t]+(?:value|expr|expression|result)[ \\t]*=[ \\t]*",
      // {"name": "phone", "value": "5550147"}
      "\\\\{0,3}[\"'][ \\t]*,[ \\t]*\\\\{0,3}[\"']value\\\\{0,3}[\"'][ \\t]*:[ \\t]*",
      // key: phone type: [String], value : 5550147 and attr: PHONE  value: "5550147"
      "[ \\t]+(?:type:[ \\t]*\\[\\w{1,16}\\],[ \\t]*)?value[ \\t]*:[ \\t]*",
      // phone........5550147
      "[.]{6,60}[ \\t]?(?=[\"'A-Za-z0-9+])",
      // phone [5550147]
      "[ \\t](?=\\[)",
      // --phone 5550147
      "(?(<flag>)[ \\t]{1,4}(?![-=])|(?!))",
    ]
    let elements = [
      // <phone>5550147</phone>, <ns:phone type="home">5550147</ns:phone>
      "(?:[ \\t][^<>\\r\\n]{0,200}+)?" + element,
      // <param name="phone">5550147</param>
      "[\"'][^<>\\r\\n]{0,100}+" + element,
    ]
    let forms = ["(?:" + leads.joined(separator: "|") + ")" + value] + elements
    return border + KeyNames.pattern(keys) + index + "(?:" + forms.joined(separator: "|") + ")"
  }

  private static func open(_ bare: Bare, quote: String) -> String {
    // What ends a value that has no quotes: blanks, quotes, brackets, separators, and percent-encoded `"`, `&`, `,`, `}`.
    let plain = "(?:(?!%2[26Cc]|%7[Dd]|\(quote))[^\\s\"'<>&,;|(){}\\[\\]\\\\])"
    let word = "(?:(?![=:])\(plain)|(?<=[A-Za-z])'(?=[A-Za-z]))++"
    let quoted = [
      // expr="'x'", expression='&quot;x&quot;'
      "[\"']\(quote)(?<value>(?:(?!\(quote))[^<>\\r\\n])++)\(quote)[\"']",
      "\"'(?<value>[^'\"\\r\\n]++)'\"",
      // Prefixes of Python and SQL strings: u'x', N'x'.
      "(?-i:[ubN])?\"(?<value>(?:[^\"\\\\\\r\\n]++|\\\\.)++)\"",
      // An apostrophe between letters belongs to the value: O'Brien; so does a doubled one.
      "(?-i:[ubN])?'(?<value>(?:[^'\\\\\\r\\n]++|\\\\.|''(?=[A-Za-z0-9])|(?<=[A-Za-z])'(?=[A-Za-z]))++)'",
      "\\\\{1,3}\"(?<value>(?:(?!\\\\{1,3}\")[^\\r\\n])++)\\\\{1,3}\"",
      "\\\\{1,3}'(?<value>(?:(?!\\\\{1,3}')[^\\r\\n])++)\\\\{1,3}'",
      "%22(?<value>(?:(?!%22)[^\\s\"'<>&])+)%22",
      "\\\\u0022(?<value>(?:(?!\\\\u0022)[^\\r\\n])+)\\\\u0022",
      "\(quote)(?<value>(?:(?!\(quote))[^<>\\r\\n])+)\(quote)",
      "\\[[ \\t]*(?|\"(?<value>(?:[^\"\\\\\\r\\n]++|\\\\.)++)\"|(?<value>[^\\]\\[\\r\\n\"']+)\\])",
    ]
    let unquoted: [String] =
      switch bare {
      case .word: ["(?<value>\(plain)+)"]
      // The query of a URL ends where a request line names the protocol.
      case .phrase: ["(?<value>\(word)(?: (?!HTTP/\\d)\(word)){0,5}(?![=:]))", "(?<value>\(plain)+)"]
      case .line: ["(?<value>[^\\s\"'<>{}\\[\\]](?:[^\\r\\n\"<>]*[^\\s\"'<>,;{}])?)"]
      case .never: []
      }
    return "(?|" + (quoted + unquoted).joined(separator: "|") + ")"
  }
}

/// The text of a page, for people: what is between the tags, and the addresses and captions inside them.
///
/// Tags within a word leave nothing behind, so that a number that is half bold is whole again.
struct HTMLText {
  private static let blocks: Set<String> = [
    "p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr",
    "body", "html", "head", "title", "section", "article", "header", "footer", "dl", "dt", "dd",
  ]
  private static let cells: Set<String> = ["td", "th"]
  /// What is no text for people.
  private static let silent: Set<String> = ["script", "style"]

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "commat": "@", "period": ".",
    "colon": ":",
    "lpar": "(", "rpar": ")", "plus": "+", "hyphen": "-", "dash": "-", "ndash": "-", "mdash": "-", "num": "#",
    "sol": "/",
    "comma": ",", "semi": ";", "equals": "=", "lowbar": "_", "Tab": "\t", "NewLine": "\n", "shy": "", "zwnj": "",
    "zwj": "",
    "copy": "(c)", "reg": "(R)", "euro": "€", "hellip": "...", "laquo": "«", "raquo": "»", "lsquo": "'", "rsquo": "'",
    "ldquo": "\"", "rdquo": "\"", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
    "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç", "ntilde": "ñ",
  ]

  /// The text of `page`.
  static func text(of page: String) -> String {
    var output = ""
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      output += decoded(rest[..<start])
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        rest = rest.range(of: "-->").map { rest[$0.upperBound...] } ?? ""
        continue
      }
      guard let tag = Tag(rest) else {
        output += "<"
        rest = rest.dropFirst()
        continue
      }
      rest = rest[tag.end...]
      if Self.silent.contains(tag.name), !tag.isClosing {
        rest = rest.range(of: "</\(tag.name)", ignoringCase: true).map { rest[$0.lowerBound...] } ?? ""
      } else if Self.blocks.contains(tag.name) {
        if !output.hasSuffix("\n") { output += "\n" }
      } else if Self.cells.contains(tag.name), !tag.isClosing {
        if let last = output.last, !last.isWhitespace { output += "\t" }
      }
      for caption in tag.captions { output += " [\(decoded(caption[...]))] " }
    }
    let lines = (output + decoded(rest)).split(separator: "\n", omittingEmptySubsequences: false).map(trimmed)
    return lines.joined(separator: "\n").replacing(/\n{3,}/, with: "\n\n")
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line
    while line.last?.isWhitespace == true { line.removeLast() }
    while line.first?.isWhitespace == true { line.removeFirst() }
    return line
  }

  /// Character references undone (HTML, "Character reference state").
  private static func decoded(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return String(text).replacing(/&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});?/) { match in
      let name = match.1
      guard name.first == "#" else { return Self.entities[String(name)] ?? String(match.0) }
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10)
      return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
    }
  }

  /// A tag, from its `<` on.
  private struct Tag {
    let name: String
    let isClosing: Bool
    /// Texts inside the tag that people see or use: addresses of links, captions of pictures.
    let captions: [String]
    let end: Substring.Index

    init?(_ text: Substring) {
      var index = text.index(after: text.startIndex)
      isClosing = index < text.endIndex && text[index] == "/"
      if isClosing { index = text.index(after: index) }
      guard index < text.endIndex, text[index].isLetter || "!?".contains(text[index]) else { return nil }
      name = text[index...].prefix { $0.isLetter || $0.isNumber }.lowercased()
      // A `>` inside quotes does not end the tag.
      var quote: Character?
      var scan = index
      while scan < text.endIndex {
        let character = text[scan]
        if let open = quote {
          if character == open { quote = nil }
        } else if character == "\"" || character == "'" {
          quote = character
        } else if character == ">" {
          break
        }
        scan = text.index(after: scan)
      }
      guard scan < text.endIndex else { return nil }
      end = text.index(after: scan)
      captions = text[index..<scan].matches(of: /(?i)\s(href|alt|title)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/)
        .compactMap {
          let value = String($0.2 ?? $0.3 ?? $0.4 ?? "")
          let isOfUse =
            $0.1.lowercased() != "href" || value.contains(":") && !value.hasPrefix("cid:") && !value.hasPrefix("data:")
          return isOfUse && !value.isEmpty ? value : nil
        }
    }
  }
}

extension Substring {
  fileprivate func range(of text: String, ignoringCase: Bool = false) -> Range<Index>? {
    guard ignoringCase else { return firstRange(of: text) }
    var start = startIndex
    while start < endIndex {
      let end = index(start, offsetBy: text.count, limitedBy: endIndex) ?? endIndex
      if self[start..<end].lowercased() == text { return start..<end }
      start = index(after: start)
    }
    return nil
  }
}

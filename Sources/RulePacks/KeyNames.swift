/// The names of a rule's keys as one pattern, in which names that begin alike share their beginning: one look at a letter
/// rules out all that go on otherwise.
struct KeyNames {
  /// A name, cut into what the pattern has for each of its characters.
  struct Name: Hashable {
    var parts: [String] = []
    /// Whether nothing may stand before the name that would make it part of a longer one.
    var isWhole = false
  }

  /// The names that go on from one beginning.
  private struct Node {
    var isEnd = false
    var children: [(part: String, node: Node)] = []

    mutating func add(_ parts: ArraySlice<String>) {
      guard let part = parts.first else { return isEnd = true }
      if let index = children.firstIndex(where: { $0.part == part }) {
        children[index].node.add(parts.dropFirst())
      } else {
        children.append((part, Node()))
        children[children.count - 1].node.add(parts.dropFirst())
      }
    }

    var pattern: String {
      let branches = children.map { $0.part + $0.node.pattern } + (isEnd && !children.isEmpty ? [""] : [])
      return branches.count < 2 ? branches.joined() : "(?:" + branches.joined(separator: "|") + ")"
    }
  }

  /// Percent-encoded and escaped bytes that end in a letter or digit but separate all the same.
  static let encodedBorder = "%2[0267C]|%7B|%3F|\\\\[nt]|\\\\u0022|-D"

  static func pattern(_ names: [Name]) -> String {
    func tree(_ isWhole: Bool) -> Node {
      names.reduce(into: Node()) { root, name in
        if name.isWhole == isWhole { root.add(name.parts[...]) }
      }
    }
    let (whole, others) = (tree(true), tree(false))
    var branches = others.children.isEmpty ? [] : [others.pattern]
    if !whole.children.isEmpty {
      // Part of a longer name are letters, digits and joints in front, and a word with a blank, unless `name=` follows.
      branches.append(
        "(?:(?<![A-Za-z0-9_.-])|(?<=\(encodedBorder)))(?:(?<![A-Za-z][ \\t])\(whole.pattern)|\(whole.pattern)(?==[^\\s=]))"
      )
    }
    return "(?:" + branches.joined(separator: "|") + ")"
  }
}

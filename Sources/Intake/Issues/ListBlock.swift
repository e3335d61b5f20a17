/// A list within a text: the line before it, and its items.
struct ListBlock: Sendable {
  struct Item: Sendable {
    let place: IssuePlace
    private(set) var text: String

    mutating func append(_ more: String) { text += " " + more }
  }

  let leadIn: String
  private(set) var items: [Item]
  /// The line of the text behind it; nil when it ends the text.
  private(set) var end: Int?

  /// The lists of `text`; lines that continue an item belong to it.
  static func all(in text: IssueText) -> [ListBlock] {
    var blocks: [ListBlock] = []
    var leadIn = ""
    var isOpen = false
    for line in text.lines {
      if let item = item(line.text) {
        if isOpen, !blocks.isEmpty {
          blocks[blocks.count - 1].items.append(Item(place: line.place, text: item))
        } else {
          blocks.append(ListBlock(leadIn: leadIn, items: [Item(place: line.place, text: item)], end: nil))
          isOpen = true
        }
      } else if line.text.isEmpty {
        continue
      } else if isOpen, line.text.first?.isLowercase == true {
        let last = blocks.count - 1
        blocks[last].items[blocks[last].items.count - 1].append(line.text)
      } else {
        if isOpen { blocks[blocks.count - 1].end = line.number }
        isOpen = false
        leadIn = line.text
      }
    }
    return blocks
  }

  /// The text of a list item without its mark; nil when the line is no item.
  static func item(_ line: String) -> String? {
    let rest = line.drop { "(".contains($0) }
    let mark = rest.prefix { !$0.isWhitespace }
    let isBullet = ["-", "*", "•", "+"].contains(mark)
    let label = mark.prefix { $0.isNumber || $0.isLetter }
    let isNumbered =
      (1...2).contains(label.count) && (label.allSatisfy(\.isNumber) || label.count == 1)
      && [".", ")", ":", ".)"].contains(mark.dropFirst(label.count))
    guard isBullet || isNumbered else { return nil }
    return String(rest.dropFirst(mark.count)).trimmingOuterSpace
  }
}

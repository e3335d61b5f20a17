public import Model
internal import Yams

/// A YAML (or JSON) file with other values at some of its keys, written anew as YAML in blocks; comments are lost.
public struct YAMLEdit {
  private var root: Node
  private let file: String

  /// Takes a text that `YAMLValue.parse` has read, and thereby found to be of bounded size.
  ///
  /// - Throws: `Problem` of code `invalid-file`.
  public init(_ text: String, file: String) throws(Problem) {
    _ = try YAMLValue.parse(text, file: file)
    guard let root = try? Yams.compose(yaml: text, .basic) else {
      throw Problem(.invalidFile, file, "is not valid YAML")
    }
    self.root = Self.inBlocks(root)
    self.file = file
  }

  /// Writes `value` at the key at the end of `path`, a text of several lines as a block.
  public mutating func set(_ path: [String], _ value: String) {
    let style: Node.Scalar.Style = value.contains("\n") ? .literal : .doubleQuoted
    Self.set(path[...], Node(value, Tag(.str), style), in: &root)
  }

  /// JSON and other flow style as blocks, which people read and edit more easily.
  private static func inBlocks(_ node: Node) -> Node {
    switch node {
    case .mapping(let mapping):
      .mapping(Node.Mapping(mapping.map { (Node($0.key.string ?? ""), inBlocks($0.value)) }, Tag(.map), .block))
    case .sequence(let sequence): .sequence(Node.Sequence(sequence.map(inBlocks), Tag(.seq), .block))
    case .scalar, .alias: node
    }
  }

  private static func set(_ path: ArraySlice<String>, _ value: Node, in node: inout Node) {
    guard let key = path.first else { return node = value }
    var child = node[key] ?? .mapping(Node.Mapping([]))
    set(path.dropFirst(), value, in: &child)
    node[key] = child
  }

  /// The file as it is now.
  ///
  /// - Throws: `Problem` of code `invalid-file` when it cannot be written as YAML.
  public func text() throws(Problem) -> String {
    do {
      let text = try Yams.serialize(node: root, width: -1, allowUnicode: true)
      return text.hasSuffix("\n") ? text : text + "\n"
    } catch {
      throw Problem(.invalidFile, file, "cannot be written as YAML")
    }
  }
}

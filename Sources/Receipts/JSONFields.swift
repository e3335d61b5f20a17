internal import Model

/// Strict access to the members of one JSON object: what is missing, of the wrong type, or unknown is named by its path.
struct JSONFields {
  private let members: [JSON.Member]
  private let path: String
  private let subject: String

  /// Takes `value` as an object found at `path`; `known` nil lets other members be.
  init(_ value: JSON, at path: String = "", subject: String, known: [String]?) throws(Problem) {
    self.path = path
    self.subject = subject
    guard case .object(let members) = value else {
      throw Problem(.invalidFile, subject, "\(path.isEmpty ? "the file" : "`\(path)`") is not a JSON object")
    }
    self.members = members
    guard let known, let stranger = members.first(where: { !known.contains($0.key) }) else { return }
    let name = stranger.key.count <= 40 && stranger.key.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") }
    throw Problem(
      .invalidFile, subject,
      name ? "`\(spell(stranger.key))` is not a field of this format" : "a field has a name this format does not know",
      mend: "Leave out what other programs added; strict verifiers refuse unknown fields")
  }

  /// The member `key`.
  func value(_ key: String) throws(Problem) -> JSON {
    guard let member = members.first(where: { $0.key == key }) else {
      throw Problem(.invalidFile, subject, "`\(spell(key))` is missing", mend: "Get the file from its source again")
    }
    return member.value
  }

  /// The member `key` as text; nil when there is none.
  func optionalString(_ key: String) throws(Problem) -> String? {
    members.contains { $0.key == key } ? try string(key) : nil
  }

  /// The member `key` as text.
  func string(_ key: String) throws(Problem) -> String {
    guard case .string(let text) = try value(key) else { throw wrongType(key, "a string") }
    return text
  }

  /// The member `key` as a list.
  func array(_ key: String) throws(Problem) -> [JSON] {
    guard case .array(let values) = try value(key) else { throw wrongType(key, "an array") }
    return values
  }

  /// The member `key` as a list of texts.
  func strings(_ key: String) throws(Problem) -> [String] {
    var texts: [String] = []
    for value in try array(key) {
      guard case .string(let text) = value else { throw wrongType(key, "an array of strings") }
      texts.append(text)
    }
    return texts
  }

  /// The member `key` as an object.
  func object(_ key: String, known: [String]? = nil) throws(Problem) -> JSONFields {
    try JSONFields(try value(key), at: spell(key), subject: subject, known: known)
  }

  /// The member `key` as a list of objects.
  func objects(_ key: String, known: [String]? = nil) throws(Problem) -> [JSONFields] {
    var objects: [JSONFields] = []
    for (index, value) in try array(key).enumerated() {
      objects.append(try JSONFields(value, at: "\(spell(key))[\(index)]", subject: subject, known: known))
    }
    return objects
  }

  private func spell(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private func wrongType(_ key: String, _ wanted: String) -> Problem {
    Problem(.invalidFile, subject, "`\(spell(key))` is not \(wanted)", mend: "Get the file from its source again")
  }
}

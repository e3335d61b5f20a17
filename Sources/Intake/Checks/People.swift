/// Entries of the contact list that are one person: they share an id or an address.
struct Person: Sendable {
  let entries: [Contact]

  /// What findings call the person.
  var label: String {
    let others = entries.dropFirst().map(\.label)
    return others.isEmpty ? entries[0].label : "\(entries[0].label) (the same person as \(listed(others)))"
  }

  /// The training of all entries; nil when none records any.
  var training: [Contact.Training]? {
    let recorded = entries.compactMap(\.training.value)
    return recorded.isEmpty ? nil : recorded.flatMap { $0 }
  }

  /// Groups `contacts`; order is kept.
  static func group(_ contacts: [Contact]) -> [Person] {
    var groups: [(keys: Set<String>, entries: [Contact])] = []
    for contact in contacts {
      var keys = Set([contact.id.value.map { "id:" + $0.normalized }].compactMap { $0 })
      if let email = contact.email.value { keys.insert("mail:" + email.normalized) }
      var entries = [contact]
      var first = groups.count
      for index in groups.indices.reversed() where !groups[index].keys.isDisjoint(with: keys) {
        keys.formUnion(groups[index].keys)
        entries = groups[index].entries + entries
        groups.remove(at: index)
        first = index
      }
      groups.insert((keys, entries), at: min(first, groups.count))
    }
    return groups.map { Person(entries: $0.entries) }
  }
}

extension Contact {
  /// Whether the address belongs to a team.
  func isShared(_ wording: Wording) -> Bool {
    guard let local = email.value?.split(separator: "@").first else { return false }
    return wording.sharedMailboxes.contains(String(local).normalized)
  }

  /// Whether the contact counts as one of the two: yes, no, or open for want of the keys named.
  func counts() -> (isDesignated: Bool?, missing: [String]) {
    if designated.value == false || status.value == .revoked || status.value == .left { return (false, []) }
    if mayReport.value == false, mayUpdate.value == false { return (false, []) }
    var missing: [String] = []
    if designated.value == nil { missing.append("designated") }
    if status.value == nil { missing.append("status") }
    if mayReport.value != true, mayUpdate.value != true { missing.append("may_report") }
    if id.value == nil, email.value == nil { missing.append("id") }
    return missing.isEmpty ? (true, []) : (nil, missing)
  }
}

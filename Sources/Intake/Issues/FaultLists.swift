extension IssueSearch {
  /// Lists whose items show different symptoms.
  ///
  /// Steps, timelines, inventories and lists of messages are the usual false alarms, and are told by their lead-in or
  /// by how their items begin.
  var faultLists: [IssueEvidence] { ListBlock.all(in: text).compactMap(evidence) }

  /// The lists that are evidence.
  var faultBlocks: [ListBlock] { ListBlock.all(in: text).filter { evidence(of: $0) != nil } }

  private func isOther(_ block: ListBlock) -> Bool {
    guard block.items.count >= 2, rules.leadIns.first(in: Words(block.leadIn)) == nil else { return true }
    let firstWords = block.items.compactMap { Words($0.text).list.first }
    let steps = firstWords.filter { rules.stepWords.contains($0) || $0.first?.isNumber == true }.count
    return steps * 2 >= block.items.count
  }

  private func evidence(of block: ListBlock) -> IssueEvidence? {
    guard !isOther(block) else { return nil }
    return differentSymptoms(block) ?? independentItems(block)
  }

  private func differentSymptoms(_ block: ListBlock) -> IssueEvidence? {
    // The same symptom in several places is one symptom.
    let distinct = Set(block.items.compactMap { policy.symptoms.classes(in: Words($0.text)).first })
    guard distinct.count >= 2 else { return nil }
    let points = rules.faultList[min(distinct.count, rules.faultList.count + 1) - 2]
    let words = "a list of different symptoms (\(distinct.sorted().joined(separator: ", ")))"
    return IssueEvidence("fault list", points, at: block.items[0].place, words)
  }

  /// A list whose items say what is wrong or wanted, and have no word and no field of work in common.
  private func independentItems(_ block: ListBlock) -> IssueEvidence? {
    let items = block.items.prefix(40).map { item in
      let words = Words(item.text)
      return (
        topic: topics.topicWords(in: words), areas: topics.areas(in: words), says: isStatement(words, item.text)
      )
    }.filter { $0.says && $0.topic.count >= topics.words }
    guard items.count >= 2, 2 * items.count >= min(block.items.count, 40) else { return nil }
    let pairs = items.indices.flatMap { left in items[(left + 1)...].map { (items[left], $0) } }
    let apart = pairs.count { $0.topic.isDisjoint(with: $1.topic) }
    guard 2 * apart >= pairs.count else { return nil }
    var points = topics.points.opening
    if apart == pairs.count { points += topics.points.noSharedWord }
    if pairs.contains(where: { $0.areas.isDisjoint(with: $1.areas) }) { points += topics.points.otherArea }
    guard points >= topics.atLeast else { return nil }
    return IssueEvidence("list", points, at: block.items[0].place, "a list of items that have nothing in common")
  }
}

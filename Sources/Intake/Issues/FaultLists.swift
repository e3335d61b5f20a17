extension IssueSearch {
  /// Lists whose items show different symptoms.
  ///
  /// Steps, timelines, inventories and lists of messages are the usual false alarms, and are told by their lead-in or
  /// by how their items begin.
  var faultLists: [IssueEvidence] {
    ListBlock.all(in: text).compactMap { block in
      guard block.items.count >= 2, rules.leadIns.first(in: Words(block.leadIn)) == nil else { return nil }
      let firstWords = block.items.compactMap { Words($0.text).list.first }
      let steps = firstWords.filter { rules.stepWords.contains($0) || $0.first?.isNumber == true }.count
      guard steps * 2 < block.items.count else { return nil }
      return evidence(of: block)
    }
  }

  private func evidence(of block: ListBlock) -> IssueEvidence? {
    let faults = block.items.map { item in
      let words = Words(item.text)
      return (classes: policy.symptoms.classes(in: words), components: policy.products.components(in: words))
    }.filter { !$0.classes.isEmpty }
    guard faults.count >= 2 else { return nil }
    // The same symptom in several places is one symptom.
    let distinct = Set(faults.map { $0.classes[0] })
    guard distinct.count >= 2 else { return nil }
    let points = rules.faultList[min(distinct.count, rules.faultList.count + 1) - 2]
    let words = "a list of different symptoms (\(distinct.sorted().joined(separator: ", ")))"
    return IssueEvidence("fault list", points, at: block.items[0].place, words)
  }
}

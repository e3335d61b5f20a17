internal import Model

/// A stretch of the input and what stands in its place in the output.
struct Edit: Equatable {
  let input: Range<Int>
  let output: Range<Int>
  let rule: String
}

/// Finds for each byte of the input what became of it.
///
/// The findings say where to look, but the output's bytes decide: everything between two findings must be there, byte
/// for byte, or the files do not align.
struct Alignment {
  let input: [UInt8]
  let output: [UInt8]

  /// The stretches that changed, in order; nil when the output is not the input with the findings replaced.
  func edits(_ findings: [Finding]) -> [Edit]? {
    var spans: [Finding] = []
    for finding in findings.sorted(by: { $0.byteOffset < $1.byteOffset }) where finding.byteLength > 0 {
      if let last = spans.last, finding.byteOffset < last.byteOffset + last.byteLength { continue }
      spans.append(finding)
    }
    var edits: [Edit] = []
    var (position, place) = (0, 0)
    for (index, span) in spans.enumerated() {
      let start = span.byteOffset
      let end = start + span.byteLength
      guard start >= position, end <= input.count, matches(position..<start, at: place) else { return nil }
      place += start - position
      let next = index + 1 < spans.count ? spans[index + 1].byteOffset : input.count
      guard let length = replacementLength(span, gap: end..<max(end, next), isLast: next == input.count, at: place)
      else { return nil }
      if input[start..<end] != output[place..<place + length] {
        edits.append(Edit(input: start..<end, output: place..<place + length, rule: span.rule))
      }
      place += length
      position = end
    }
    guard matches(position..<input.count, at: place), place + input.count - position == output.count else { return nil }
    return edits
  }

  private func replacementLength(_ span: Finding, gap: Range<Int>, isLast: Bool, at place: Int) -> Int? {
    let pseudonym = span.pseudonym ?? ""
    func fits(_ length: Int) -> Bool {
      guard length >= 0, place + length <= output.count else { return false }
      if isLast { return output.count - place - length == gap.count && matches(gap, at: place + length) }
      return matches(gap.lowerBound..<min(gap.upperBound, gap.lowerBound + 64), at: place + length)
    }
    let likely = [pseudonym.utf8.count, 2 * pseudonym.utf16.count, span.byteLength]
    if let length = likely.first(where: fits) { return length }
    return (0...(4 * span.byteLength + 256)).first(where: fits)
  }

  private func matches(_ range: Range<Int>, at place: Int) -> Bool {
    guard place + range.count <= output.count else { return false }
    return input[range].elementsEqual(output[place..<place + range.count])
  }
}

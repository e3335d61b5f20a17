internal import Foundation

/// A file that goes with the case: what the case file says about it, and what the caller saw.
struct EvidenceFile: Sendable {
  let place: Place
  /// What findings call it; never its name, which may hold anything.
  let label: String
  let `class`: Attachment.Class?
  /// Whether anybody says where it is.
  let hasPath: Bool
  /// Nil when nobody looked.
  let exists: Bool?
  let isEmpty: Bool

  /// Whether it can be counted on.
  var isThere: Bool { hasPath && exists != false && !isEmpty }
}

extension CheckContext {
  /// The files of the case and those that only the caller knows.
  var evidenceFiles: [EvidenceFile] {
    var facts = attachments
    let own = (caseFile.attachments.value ?? []).map { attachment in
      let index = attachment.path.value.flatMap { path in
        facts.firstIndex { $0.path == path } ?? facts.firstIndex { lastPart($0.path) == lastPart(path) }
      }
      let fact = index.map { facts.remove(at: $0) }
      return EvidenceFile(
        place: attachment.place, label: "'\(attachment.place.path)'", class: attachment.class.value ?? fact?.class,
        hasPath: attachment.path.value != nil, exists: fact?.exists, isEmpty: fact?.sizeInBytes == 0)
    }
    let extra = facts.enumerated().map { index, fact in
      EvidenceFile(
        place: caseFile.attachments.place, label: "file \(index + 1) of the command line", class: fact.class,
        hasPath: true, exists: fact.exists, isEmpty: fact.sizeInBytes == 0)
    }
    return own + extra
  }

  private func lastPart(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
}

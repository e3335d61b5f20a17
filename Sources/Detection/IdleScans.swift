internal import Synchronization

/// A scan that can be handed on.
final class ScanBox: @unchecked Sendable {
  // Used by one owner at a time: whoever holds the box.
  var scan: Scan
  init(_ scan: consuming Scan) { self.scan = scan }
}

/// Scans that have served a text and wait for the next: what they have worked out about shapes is worth keeping, most of
/// all where texts are small.
final class IdleScans: Sendable {
  private static let limit = 8
  private let boxes = Mutex<[ScanBox]>([])

  func take() -> ScanBox? { boxes.withLock { $0.popLast() } }

  func put(_ box: ScanBox) {
    boxes.withLock { boxes in
      if boxes.count < Self.limit { boxes.append(box) }
    }
  }
}

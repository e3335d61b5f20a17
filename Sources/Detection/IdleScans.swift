internal import Synchronization

/// A scan that can be handed on.
final class ScanBox: @unchecked Sendable {
  // Used by one owner at a time: whoever holds the box.
  var scan: Scan
  init(_ scan: consuming Scan) { self.scan = scan }
}

/// Scans that have served a text and wait for the next: what they have worked out about shapes is worth keeping, most of
/// all where texts are small.
public final class IdleScans: Sendable {
  private static let limit = 8
  private let boxes = Mutex<[ScanBox]>([])

  /// Makes room for scans; there are none yet.
  public init() {}

  /// A scan with `detector`, used before or new.
  func take(_ detector: Detector) -> ScanBox {
    let box = boxes.withLock { boxes in
      boxes.lastIndex { $0.scan.detector === detector }.map { boxes.remove(at: $0) }
    }
    return box ?? ScanBox(Scan(detector))
  }

  func put(_ box: ScanBox) {
    boxes.withLock { boxes in
      if boxes.count < Self.limit { boxes.append(box) }
    }
  }
}

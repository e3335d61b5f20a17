internal import Foundation
internal import Model
@testable import QualityBench

/// The bundle of a tier for a seed, small.
func bundle(_ tier: Tier, seed: UInt64, size: Int = 200_000) throws -> CaseBundle {
  var planner = Planner(seed: seed, size: size)
  return try planner.bundle(tier)
}

extension Page {
  /// The text of a mark in one encoding or another, without the escapes that the context wrote it in.
  func plain(_ mark: Mark) -> String {
    String(decoding: text.bytes[mark.range].filter { $0 != 0 }, as: UTF8.self)
  }

  /// The content with every mark blotted out.
  var rest: String {
    var bytes = text.bytes
    for mark in text.marks { bytes.replaceSubrange(mark.range, with: repeatElement(0x23, count: mark.range.count)) }
    return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
  }
}

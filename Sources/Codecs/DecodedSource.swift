internal import Files
internal import Model

/// One library's way to decompress.
protocol Decoder: AnyObject {
  /// Decompresses some of `input` into `output`.
  func step(_ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>) -> DecoderStep
  /// Makes ready for another member; false when that fails.
  func restart() -> Bool
}

/// What a step has done.
struct DecoderStep {
  enum State {
    case inMember
    case atEnd
    case broken
    /// More memory is needed than may be had.
    case tooLarge
  }

  var state: State
  var consumed = 0
  var produced = 0
}

/// The content of compressed data, member by member.
final class DecodedSource: ByteSource {
  private let source: any ByteSource
  private let codec: Codec
  private let decoder: any Decoder
  private let subject: String
  private var input = [UInt8](repeating: 0, count: 64 * 1024)
  private var position = 0
  private var available = 0
  private var state = State.inMember

  private enum State { case inMember, betweenMembers, finished }

  init(_ source: any ByteSource, _ codec: Codec, _ decoder: any Decoder, subject: String) {
    self.source = source
    self.codec = codec
    self.decoder = decoder
    self.subject = subject
  }

  func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    while state != .finished {
      if position == available {
        available = try source.read(into: &input)
        position = 0
        if available == 0 {
          if state == .betweenMembers {
            state = .finished
            return 0
          }
          // What has been read already may still hold back content.
          let step = try self.step(into: &buffer)
          if step.produced > 0 { return step.produced }
          guard state == .betweenMembers else { throw damaged("ends in the middle of its data") }
          continue
        }
      }
      if state == .betweenMembers, try !startMember() { continue }
      let step = try self.step(into: &buffer)
      if step.produced > 0 { return step.produced }
      guard step.consumed > 0 || state == .betweenMembers else { throw damaged("cannot be decompressed further") }
    }
    return 0
  }

  /// Starts the next member, if one follows; zeros that fill up a block are skipped.
  private func startMember() throws(Problem) -> Bool {
    while position < available, input[position] == 0 { position += 1 }
    if position == available { return false }
    guard codec.mayBegin(with: input[position]) else {
      throw damaged("is followed by data that is not \(codec.rawValue)")
    }
    guard decoder.restart() else { throw damaged("cannot be continued") }
    state = .inMember
    return true
  }

  private func step(into buffer: inout [UInt8]) throws(Problem) -> DecoderStep {
    let step = unsafe input.withUnsafeBufferPointer { input in
      unsafe buffer.withUnsafeMutableBufferPointer { output in
        unsafe decoder.step(UnsafeBufferPointer(rebasing: input[position..<available]), output)
      }
    }
    position += step.consumed
    switch step.state {
    case .inMember: break
    case .atEnd: state = .betweenMembers
    case .broken: throw damaged("breaks the \(codec.rawValue) format or its own checksum")
    case .tooLarge:
      throw Problem(
        .limit, subject, "needs more than 128 MiB of memory to be decompressed",
        mend: "Compress it again with a smaller window")
    }
    return step
  }

  private func damaged(_ reason: String) -> Problem {
    Problem(.damaged, subject, reason, mend: "Make the file again from the original, or copy it again in binary mode")
  }
}

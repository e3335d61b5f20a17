public import Files
public import Model

/// A sink that must be told when all has been written.
public protocol CompressingSink: ByteSink {
  /// Writes what is left and the end of the data; nothing may be written after it.
  func finish() throws(Problem)
}

/// One library's way to compress.
protocol Encoder: AnyObject {
  /// How much room a step may need.
  var room: Int { get }
  /// Compresses some of `input`; `isLast` says that nothing follows it. Gives nil when the library fails.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> EncoderStep?
}

/// What a step has done.
struct EncoderStep {
  var consumed: Int
  var produced: Int
  /// Whether nothing is left to be written: of the input, or of all when it was the last.
  var isDone: Bool
}

/// Compresses what is written to it.
final class EncodedSink: CompressingSink {
  private let sink: any ByteSink
  private let encoder: any Encoder
  private var output: [UInt8]

  init(_ sink: any ByteSink, _ encoder: any Encoder) {
    self.sink = sink
    self.encoder = encoder
    output = [UInt8](repeating: 0, count: encoder.room)
  }

  func write(_ bytes: Span<UInt8>) throws(Problem) {
    if !bytes.isEmpty { try run(bytes, isLast: false) }
  }

  func finish() throws(Problem) { try run(Span(), isLast: true) }

  private func run(_ bytes: Span<UInt8>, isLast: Bool) throws(Problem) {
    // Taken out for the time of the call, because a span of a property would lock the whole object.
    var room: [UInt8] = []
    swap(&room, &output)
    defer { swap(&room, &output) }
    try unsafe bytes.withUnsafeBufferPointer { input throws(Problem) in
      var position = 0
      while true {
        let step = unsafe room.withUnsafeMutableBufferPointer { output in
          unsafe encoder.step(UnsafeBufferPointer(rebasing: input[position...]), isLast: isLast, output)
        }
        guard let step else { throw Problem(.internalError, "", "compression failed") }
        position += step.consumed
        if step.produced > 0 { try sink.write(room.span.extracting(first: step.produced)) }
        if step.isDone { return }
      }
    }
  }
}

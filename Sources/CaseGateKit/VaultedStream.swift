public import Files
public import Model
internal import Redaction

/// Standard input and output of a filter that fills a vault: no pseudonym is let out before the vault holds it.
///
/// Output waits while the vault lacks something. It goes out when the input pauses, so that a filter still answers at
/// once, and whenever much of it has gathered, so that one writing of the vault serves many values.
public final class VaultedStream: ByteSource, ByteSink {
  private static let heldLimit = 8 * 1024 * 1024

  private let source: InputFile
  private let sink: any ByteSink
  private let vault: VaultFile
  private var held: [UInt8] = []

  /// Connects `source` and `sink` by way of `vault`.
  public init(_ source: InputFile, _ sink: any ByteSink, _ vault: VaultFile) {
    self.source = source
    self.sink = sink
    self.vault = vault
  }

  /// Fills the start of `buffer`; before it would wait for input, it lets the output out.
  public func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    if !held.isEmpty, !source.isReady { try release() }
    return try source.read(into: &buffer)
  }

  /// Takes output.
  public func write(_ bytes: Span<UInt8>) throws(Problem) {
    unsafe bytes.withUnsafeBufferPointer { unsafe held.append(contentsOf: $0) }
    if held.count >= Self.heldLimit || vault.recorder.isEmpty { try release() }
  }

  /// Writes the vault, if it lacks something, and then what waited for it.
  public func release() throws(Problem) {
    if !vault.recorder.isEmpty { try vault.save() }
    let ready = held
    held = []
    try sink.write(ready.span)
  }
}

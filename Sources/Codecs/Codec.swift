public import Files

/// A compression of one stream of bytes.
///
/// Each has a library of its own: libarchive would never compare a gzip checksum, would guess filters from content, and
/// would lift the memory limit of xz.
public enum Codec: String, Sendable, Hashable, CaseIterable {
  /// RFC 1952.
  case gzip
  /// bzip2 1.0.
  case bzip2
  /// The .xz file format 1.1.
  case xz
  /// RFC 8878.
  case zstd
  /// The LZ4 frame format 1.6.
  case lz4

  /// The codec whose data begins like `head`; nil when none does.
  ///
  /// More than the first letters is asked for where these could begin a text.
  public init?(head: [UInt8]) {
    let codec = Self.allCases.first { codec in
      switch codec {
      case .gzip: head.starts(with: [0x1F, 0x8B, 0x08])
      case .bzip2: Self.isBzip2(head)
      case .xz: head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
      case .zstd: head.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
      case .lz4: head.starts(with: [0x04, 0x22, 0x4D, 0x18])
      }
    }
    guard let codec else { return nil }
    self = codec
  }

  /// `BZh`, a level, and the mark of a block or of the end.
  private static func isBzip2(_ head: [UInt8]) -> Bool {
    guard head.count >= 10, head.starts(with: Array("BZh".utf8)), (0x31...0x39).contains(head[3]) else { return false }
    let mark = head[4..<10]
    return mark == [0x31, 0x41, 0x59, 0x26, 0x53, 0x59] || mark == [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]
  }

  /// How names of such files end.
  public var ending: String {
    switch self {
    case .gzip: ".gz"
    case .bzip2: ".bz2"
    case .xz: ".xz"
    case .zstd: ".zst"
    case .lz4: ".lz4"
    }
  }

  /// The content of compressed data, all its members one after the other.
  ///
  /// Checksums are compared; anything but a clean end is a `Problem` of code `damaged`, and data that asks for too much
  /// memory one of code `limit`.
  ///
  /// - Parameter subject: names the data in errors.
  public func content(of source: any ByteSource, subject: String) -> any ByteSource {
    let decoder: any Decoder =
      switch self {
      case .gzip: GzipDecoder()
      case .bzip2: Bzip2Decoder()
      case .xz: XZDecoder()
      case .zstd: ZstdDecoder()
      case .lz4: LZ4Decoder()
      }
    return DecodedSource(source, self, decoder, subject: subject)
  }

  /// Compresses to `sink`, without name or time, so that the same content gives the same bytes.
  ///
  /// - Parameter threads: how many may work, where the format allows more than one; the bytes do not depend on it.
  public func compressing(to sink: any ByteSink, threads: Int = 1) -> any CompressingSink {
    switch self {
    case .gzip: GzipSink(sink, threads: threads)
    case .bzip2: EncodedSink(sink, Bzip2Encoder())
    case .xz: EncodedSink(sink, XZEncoder())
    case .zstd: EncodedSink(sink, ZstdEncoder())
    case .lz4: EncodedSink(sink, LZ4Encoder())
    }
  }

  /// Whether a member of data that goes on may begin with `byte`.
  func mayBegin(with byte: UInt8) -> Bool {
    switch self {
    case .gzip: byte == 0x1F
    case .bzip2: byte == 0x42
    case .xz: byte == 0xFD
    // Frames to be skipped begin with 50 to 5F (RFC 8878 section 3.1.2).
    case .zstd: byte == 0x28 || (0x50...0x5F).contains(byte)
    case .lz4: byte == 0x04 || (0x50...0x5F).contains(byte)
    }
  }
}

/// Where the bytes of one file go.
public protocol Sink {
  /// Takes the next bytes.
  func write(_ bytes: [UInt8]) throws
  /// Says that no more bytes will come.
  func close() throws
}

/// Where the files of a bundle go.
public protocol Destination {
  /// Begins the file at `path`, which is relative and uses `/`.
  func open(_ path: String) throws -> any Sink
}

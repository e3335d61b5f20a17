internal import FixtureGenerator

/// The text that is measured on: an invented mixture of server logs, the same in every run.
struct Corpus {
  let bytes: [UInt8]

  init(megabytes: Int) {
    let memory = MemorySink()
    do {
      try MixedLog(seed: 1, size: megabytes << 20).write(to: memory)
    } catch {
      fatalError("the corpus could not be made: \(error)")
    }
    bytes = memory.bytes
  }

  private final class MemorySink: Sink {
    var bytes: [UInt8] = []
    func write(_ bytes: [UInt8]) throws { self.bytes += bytes }
    func close() throws {}
  }
}

public import Foundation

/// What a program did.
public struct ProgramResult: Sendable {
  /// The exit status; 128 and the number for a signal.
  public let status: Int32
  /// Standard output.
  public let output: [UInt8]
  /// Standard error as text.
  public let errors: String

  /// Standard output as text.
  public var text: String { String(decoding: output, as: UTF8.self) }
}

/// Runs the programs that are tested, as a user would.
public enum Program {
  /// The folder of the programs that were built with the tests.
  private static let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  /// Runs a shell command in `directory`.
  public static func shell(_ command: String, in directory: URL? = nil) throws -> ProgramResult {
    let scratch = try TemporaryFolder()
    // Files instead of pipes: nothing can block, however much is written.
    for name in ["out", "err"] { try scratch.write(name, []) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    if let directory { process.currentDirectoryURL = directory }
    process.environment = ProcessInfo.processInfo.environment.merging(["NO_COLOR": "1"]) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: scratch.url.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: scratch.url.appending(path: "err"))
    try process.run()
    process.waitUntilExit()
    let signalled = process.terminationReason == .uncaughtSignal
    return ProgramResult(
      status: process.terminationStatus + (signalled ? 128 : 0), output: try scratch.read("out"),
      errors: try scratch.text("err"))
  }

  /// The path of a program that was built with the tests.
  public static func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }
}

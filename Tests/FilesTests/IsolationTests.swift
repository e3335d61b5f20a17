import Files
import Foundation
import TestSupport
import Testing

/// What is left to a thread that has given up its rights.
@Suite struct IsolationTests {
  private struct Outcome: Sendable {
    var inside: Bool
    var outside: Int32
    var made: Bool
    var madeOutside: Int32
    var network: Int32
    var program: Int32
  }

  private func errorOfOpening(_ path: String, _ flags: Int32) -> Int32 {
    let file = unsafe open(path, flags, 0o600)
    guard file < 0 else {
      close(file)
      return 0
    }
    return errno
  }

  private func errorOfStarting(_ program: String) -> Int32 {
    var child = pid_t()
    let name = unsafe strdup(program)
    defer { unsafe free(name) }
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe [name, nil]
    let result = unsafe posix_spawn(&child, program, nil, nil, &arguments, nil)
    if result == 0 { waitpid(child, nil, 0) }
    return result
  }

  private func attempts(_ input: TemporaryFolder, _ output: TemporaryFolder, _ other: TemporaryFolder) -> Outcome {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let network = socket < 0 ? errno : 0
    if socket >= 0 { close(socket) }
    return Outcome(
      inside: errorOfOpening(input.path("a"), O_RDONLY) == 0, outside: errorOfOpening(other.path("a"), O_RDONLY),
      made: errorOfOpening(output.path("new"), O_WRONLY | O_CREAT) == 0,
      madeOutside: errorOfOpening(input.path("new"), O_WRONLY | O_CREAT), network: network,
      program: errorOfStarting("/bin/true"))
  }

  @Test(.enabled(if: Isolation.restrictsFiles && Isolation.restrictsCalls))
  func aThreadKeepsWhatItNeedsAndNothingElse() throws {
    let (input, output, other) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
    try input.write("a", text: "x")
    try other.write("a", text: "x")
    let shut = Isolation.run(reading: [input.url.path], writing: [output.url.path]) { attempts(input, output, other) }
    #expect(shut.inside && shut.made)
    #expect(shut.outside == EACCES && shut.madeOutside == EACCES)
    #expect(shut.network == EPERM && shut.program == EPERM)
    // The one that waited has all its rights.
    let free = attempts(input, output, other)
    #expect(free.inside && free.made && [free.outside, free.madeOutside, free.network, free.program] == [0, 0, 0, 0])
  }
}

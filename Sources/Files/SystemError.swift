public import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Problem {
  /// The operating system's refusal of `action` on `path`, with what to do about it where that is known.
  public static func system(_ action: String, _ path: String, _ number: Int32? = nil) -> Problem {
    let code = number ?? errno
    let text = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    let (kind, mend): (Problem.Code, String?) =
      switch code {
      case ENOENT: (.missingFile, "Check the spelling of the path")
      case EACCES, EPERM: (.inputOutput, "Check who may read and write it")
      case ENOSPC, EDQUOT: (.inputOutput, "Make room, or choose another place")
      case EISDIR, ENOTDIR: (.wrongKind, nil)
      default: (.inputOutput, nil)
      }
    return Problem(kind, path, "cannot \(action): \(text.lowercased())", mend: mend)
  }
}

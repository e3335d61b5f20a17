public import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A folder that only this user can enter, and that is gone when the run ends, however it ends.
public final class PrivateFolder {
  /// Where it is, from the root on: whoever is told may work in another folder.
  public let path: String
  private let holder: Int32

  /// Where such folders for `targets` are made.
  public static func places(beside targets: [String]) -> [String] { Paths.folders(of: targets) + [Temporary.folder] }

  /// Makes a folder beside `target`, or, where that place cannot be written, in the system's folder for temporary files.
  ///
  /// - Throws: `Problem` of code `input-output` when neither place can be written.
  public init(beside target: String) throws(Problem) {
    // The target's own name may be personal, and stays out of this one.
    let folder = Paths.split(Paths.absolute(target) ?? target).folder
    Temporary.sweep(beside: (folder.isEmpty ? "." : folder) + "/bundle")
    let near = Temporary.name(for: (folder.isEmpty ? "." : folder) + "/bundle")
    if unsafe mkdir(near, 0o700) == 0 {
      path = near
    } else {
      let far = Temporary.name(for: Temporary.folder + "/bundle")
      guard unsafe mkdir(far, 0o700) == 0 else { throw .system("create a folder for a private copy at", far) }
      path = far
    }
    holder = Temporary.hold(folder: path)
    Temporary.register(path)
  }

  deinit {
    if holder >= 0 { close(holder) }
    Temporary.remove(path)
    Temporary.forget(path)
  }

  /// Copies what `file` holds, under its own name, and gives the path of the copy.
  public func copy(of file: InputFile) throws(Problem) -> String {
    let target = path + "/" + Paths.split(file.path).name
    let output = try OutputFile(target)
    try output.write(contentOf: file)
    try output.commit(mode: 0o400, modified: file.modified, durably: false)
    return target
  }
}

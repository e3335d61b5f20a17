internal import Foundation

/// Standard input, output and error of this process.
enum StandardFiles {
  /// Makes sure that all three are taken.
  ///
  /// Whoever starts a program with one of them closed gives its number to the next file that is opened, and what was meant
  /// for the terminal ends up in a receipt. What is put in their place refuses what would be lost: results that nobody can
  /// get are an error. Messages are not, so standard error takes them and forgets them.
  static func claim() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is used, and lower ones are taken already.
      let opened = unsafe open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY)
      if opened >= 0, opened != descriptor { close(opened) }
    }
  }
}

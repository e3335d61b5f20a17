internal import ArgumentParser
internal import Files
internal import Foundation
internal import Model
internal import Reports

/// Runs the command line; the one place where exit statuses are decided.
public enum Tool {
  /// Parses and runs `arguments` and ends the process.
  public static func main(_ arguments: [String]) -> Never {
    StandardFiles.claim()
    signal(SIGPIPE, SIG_IGN)
    // A limit for the size of files is an error like a full disk, and ends the run as cleanly.
    signal(SIGXFSZ, SIG_IGN)
    Interruption.install()
    Crash.install()
    do {
      try refuseForeignNames()
      if arguments.contains("--version"), Set(arguments) == ["--version", "--verbose"] {
        try Terminal.out(Version.verbose + "\n")
        end(.pass)
      }
      var command = try Root.parseAsRoot(arguments)
      try command.run()
      end(.pass)
    } catch let status as Ending {
      end(status.status)
    } catch let problem as Problem {
      // Whoever reads the results has gone, as 'head' does when it has enough.
      if problem.subject == StandardOutput.name, errno == EPIPE { _exit(141) }
      Terminal.error(problem)
      end(.undecided)
    } catch {
      let text = Root.fullMessage(for: error)
      if Root.exitCode(for: error) == .success {
        do {
          try Terminal.out(text + "\n")
          end(.pass)
        } catch {
          Terminal.note("\(error)")
          end(.undecided)
        }
      }
      Terminal.note(text)
      end(.undecided)
    }
  }

  /// Swift mends arguments that are not UTF-8, and what is mended names another file, or none.
  private static func refuseForeignNames() throws(Problem) {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = unsafe CommandLine.unsafeArgv[index], unsafe String(validatingCString: argument) == nil
      else {
        continue
      }
      let shown = unsafe printable(String(cString: argument))
      throw Problem(.usage, shown, "is not UTF-8", mend: "Rename the file, or pack it into an archive")
    }
  }

  private static func end(_ status: ExitStatus) -> Never {
    Temporary.removeAll()
    exit(status.rawValue)
  }
}

/// Ends a command with a status that is not an error.
struct Ending: Error {
  let status: ExitStatus

  init(_ status: ExitStatus) { self.status = status }
}

/// Ends the run as undecided when the program itself is at fault.
///
/// The language's own report of a crash shows registers and memory, which may hold what must not be shown.
enum Crash {
  static func install() {
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
      signal(number) { _ in
        // Should clearing up hang, because memory is broken, the alarm ends the process all the same.
        signal(SIGALRM, SIG_DFL)
        alarm(2)
        let text: StaticString = "error: internal error; nothing was written. Please report it with the command line.\n"
        _ = unsafe write(2, text.utf8Start, text.utf8CodeUnitCount)
        Temporary.removeAll()
        _exit(ExitStatus.undecided.rawValue)
      }
    }
  }
}

/// Ends the run cleanly when the user or the system interrupts it: nothing half-written stays.
enum Interruption {
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

  static func install() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler {
        ChildProcess.stop(number)
        Temporary.removeAll()
        _exit(128 + number)
      }
      source.resume()
      unsafe sources.append(source)
    }
  }
}

/// Ends a run that works without getting anywhere: nothing half-written stays.
enum Stall {
  @Sendable static func end() {
    Terminal.note(
      "error: the run does not get ahead, and was ended; nothing was written. Raise the limit with --limit stall=SECONDS, or "
        + "leave out what is read last, and report it.")
    Temporary.removeAll()
    _exit(ExitStatus.undecided.rawValue)
  }
}

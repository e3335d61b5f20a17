internal import Model

let fileChecks = CheckGroup(["DC-8", "SV-8"], checkFiles)

/// DC-8: the files can be sent as they are; SV-8: log and configuration are among them.
func checkFiles(_ context: CheckContext) -> [Ruling] {
  let files = context.evidenceFiles
  let flaws = files.flatMap { context.flaws(of: $0) }
  let because = files.isEmpty ? "No files go with the case; see SV-8." : "\(counted(files.count, "file")) named."
  let none = files.isEmpty ? context.notApplicable("DC-8", because) : context.pass("DC-8", because)
  return [.worst(flaws, otherwise: none), context.logsAndConfiguration(files)]
}

extension CheckContext {
  fileprivate func flaws(of file: EvidenceFile) -> [Ruling] {
    var rulings: [Ruling] = []
    if file.exists == false {
      rulings.append(fail("DC-8", at: file.place, "The file under \(file.label) does not exist."))
    } else if file.isEmpty {
      rulings.append(fail("DC-8", at: file.place, "The file under \(file.label) is empty."))
    }
    if !file.hasPath {
      rulings.append(cannotVerify("DC-8", at: file.place, "\(file.label) does not say where the file is."))
    }
    if file.class == nil {
      let message = "Nobody says what the file under \(file.label) is."
      rulings.append(cannotVerify("DC-8", at: file.place, message, mend: "Set its 'class', such as log or config."))
    }
    if file.class == .core {
      rulings.append(
        fail(
          "DC-8", at: file.place,
          "The core file under \(file.label) is an image of memory; personal data cannot be taken out of it.",
          variant: "core",
          mend: "Send the stack trace as a crash report instead, or waive this with a reason if the vendor insists."))
    }
    return rulings
  }

  fileprivate func logsAndConfiguration(_ files: [EvidenceFile]) -> Ruling {
    let id = "SV-8"
    guard let severity else { return notApplicable(id, "The severity is not known; see DF-5.") }
    guard severity.files != .none else { return notApplicable(id, "Severity \(severity.id) starts without files.") }
    guard !isUpdate else { return notApplicable(id, "The files belong to the case that is updated.") }
    let classes = Set(files.filter(\.isThere).compactMap(\.class))
    let (log, config) = (classes.contains(.log), classes.contains(.config))
    let place = caseFile.attachments.place
    let promised = files.filter { $0.hasPath && $0.exists == false && [.log, .config].contains($0.class) }
    if !log, !config, !promised.isEmpty {
      return cannotVerify(id, at: place, "A log or configuration file is listed, but was not found to look at.")
    }
    switch (log, config) {
    case (true, true): return pass(id, "Log and configuration are attached.")
    case (false, false):
      if isQuestion, severity.files == .recommended {
        let message = "A question needs no files, yet a configuration helps."
        return note(id, .notApplicable, at: place, message, variant: "question")
      }
      let message = "Severity \(severity.id) needs a log or configuration file, and none is attached; no target runs."
      return fail(id, at: place, message, variant: severity.id)
    case (true, false), (false, true):
      let (has, lacks) = log ? ("log", "configuration") : ("configuration", "log")
      return note(
        id, .pass, at: place, "A \(has) file is attached, but no \(lacks) file; the guide asks for log/configuration.",
        variant: "one-class", mend: "Attach the \(lacks) of the affected component too, if it may matter.")
    }
  }
}

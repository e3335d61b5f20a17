internal import Files
internal import Foundation
internal import Intake
public import Model
internal import StrictYAML

/// Texts of cases, labelled by hand as holding one issue or several.
public struct LabelledCases: Sendable {
  struct Sample: Sendable {
    let subject: String
    let text: String
    let isSeveral: Bool
    /// One issue that looks like several.
    let isTrap: Bool
  }

  /// Of the file, without its ending.
  let name: String
  /// Whether the words and points of the policy were chosen with these texts in view.
  let isTunedOn: Bool
  let samples: [Sample]

  /// Reads one file.
  ///
  /// - Throws: `Problem` of code `missing-file` or `invalid-file`.
  public init(_ path: String) throws(Problem) {
    let root = try YAMLValue.parse(try InputFile.text(path), file: path).map(["tuned_on", "texts"])
    name = String(Paths.split(path).name.split(separator: ".")[0])
    isTunedOn = try root.required("tuned_on").bool()
    var samples: [Sample] = []
    for item in try root.required("texts").list() {
      let map = try item.map(["several", "hard", "subject", "text"])
      samples.append(
        Sample(
          subject: try map.required("subject").string(), text: try map.required("text").string(),
          isSeveral: try map.required("several").bool(), isTrap: try map["hard"]?.bool() ?? false))
    }
    self.samples = samples
  }

  /// Reads all files of a folder, in the order of their names.
  public static func all(in folder: String) throws(Problem) -> [LabelledCases] {
    var all: [LabelledCases] = []
    for name in try Paths.list(folder).sorted() where name.hasSuffix(".yaml") {
      all.append(try LabelledCases("\(folder)/\(name)"))
    }
    return all
  }
}

extension LabelledCases.Sample {
  /// The case with nothing but subject and description.
  var caseFile: CaseFile {
    get throws(Problem) {
      let encoded = try? [subject, text].map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
      guard let encoded else { throw Problem(.internalError, "text", "cannot be encoded") }
      let json = "{\"case\": {\"subject\": \(encoded[0]), \"description\": \(encoded[1])}}"
      return try CaseFile(YAMLValue.parse(json, file: "case.json"))
    }
  }
}

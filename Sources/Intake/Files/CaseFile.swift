public import Foundation

/// What the submitter says about one case: `case.yaml`.
public struct CaseFile: Sendable {
  /// Whether the case is new.
  public enum Kind: String, Sendable, CaseIterable {
    /// A case that does not exist yet.
    case new
    /// More about a case that exists.
    case update
  }

  /// The system that has the problem.
  public enum Environment: String, Sendable, CaseIterable {
    /// The system that serves customers.
    case production
    /// The last stage before production.
    case preproduction
    /// A system for tests.
    case test
    /// A laboratory or development system.
    case lab
  }

  /// The `case` mapping as a whole.
  public let place: Place
  /// New case or update.
  public internal(set) var kind: Field<Kind>
  /// The number of the case that is updated.
  public let number: Field<String>
  /// The subject of the case that is updated.
  public internal(set) var originalSubject: Field<String>
  /// Who submits: e-mail address or id of a contact.
  public internal(set) var reporter: Field<String>
  /// The requested severity as written; the policy knows the words.
  public let severity: Field<String>
  /// Where the problem occurs.
  public let environment: Field<Environment>
  /// The title.
  public internal(set) var subject: Field<String>
  /// What goes wrong.
  public internal(set) var description: Field<String>
  /// What happened before.
  public let circumstances: Field<String>
  /// What it does to the business.
  public let businessImpact: Field<String>
  /// When it occurred.
  public let occurredAt: Field<Date>
  /// The products concerned.
  public let products: Field<[Product]>
  /// The call to the vendor.
  public let telephone: Telephone
  /// Who can be reached while the case is open.
  public let availability: Availability
  /// The request for a fix ahead of the release.
  public let hotFix: HotFix
  /// Whether a manager of the vendor is asked to look at the case.
  public let managementAttention: Field<Bool>
  /// Whether a remote session is planned.
  public let remoteSession: Field<Bool>
  /// The files that go with the case.
  public let attachments: Field<[Attachment]>
  /// What only the submitter can say.
  public let attestations: Attestations

  /// A product named in the case.
  public struct Product: Sendable {
    /// The item of the list.
    public let place: Place
    /// The product's name.
    public let name: Field<String>
    /// Its release.
    public let version: Field<String>
    /// Whether it has the problem.
    public let affected: Field<Bool>
  }

  /// The call to the vendor.
  public struct Telephone: Sendable {
    /// When it was made.
    public let calledAt: Field<Date>
    /// Who made it.
    public let by: Field<String>
  }

  /// Who can be reached while the case is open.
  public struct Availability: Sendable {
    /// Whether somebody can be reached at any time.
    public let aroundTheClock: Field<Bool>
    /// Ids or e-mail addresses of contacts.
    public let contacts: Field<[Field<String>]>
  }

  /// The request for a fix ahead of the release.
  public struct HotFix: Sendable {
    /// Whether it is requested.
    public let requested: Field<Bool>
    /// Why it cannot wait.
    public let justification: Field<String>
    /// What waiting costs.
    public let businessCase: Field<String>
  }

  /// What only the submitter can say.
  public struct Attestations: Sendable {
    /// Documents and articles that were consulted.
    public let documentationReviewed: Field<[Field<String>]>
    /// Whether the contact PIN is at hand.
    public let pinAtHand: Field<Bool>
    /// The one cause behind several symptoms.
    public let oneIssue: Field<String>
    /// Whether personal data has been taken out.
    public let purged: Field<Bool>
    /// Who checked a remote session against the privacy rules.
    public let privacyForRemoteSession: Field<String>
  }
}

/// A file that goes with the case.
public struct Attachment: Sendable {
  /// What a file is.
  public enum Class: String, Sendable, CaseIterable {
    /// A log.
    case log
    /// An exported or copied configuration.
    case config
    /// The memory image of a process.
    case core
    /// The report of a crash, such as a stack trace.
    case crashReport = "crash-report"
    /// A network or call trace.
    case trace
    /// Anything else.
    case other
  }

  /// The item of the list.
  public let place: Place
  /// The way to the file.
  public let path: Field<String>
  /// What the file is.
  public let `class`: Field<Class>
}

/// What the caller knows about a file that is to be sent, whether or not the case file lists it.
public struct AttachmentFacts: Sendable, Hashable {
  /// The path as the case file or the command line has it.
  public let path: String
  /// Whether the file exists.
  public let exists: Bool
  /// Its size; nil when it could not be told.
  public let sizeInBytes: Int?
  /// What it is; nil when nobody says.
  public let `class`: Attachment.Class?
  /// What the logs in it tell; nil when nobody looked, or there are none.
  public let logs: LogFacts?

  /// Makes facts.
  public init(path: String, exists: Bool, sizeInBytes: Int?, class: Attachment.Class?, logs: LogFacts? = nil) {
    self.path = path
    self.exists = exists
    self.sizeInBytes = sizeInBytes
    self.class = `class`
    self.logs = logs
  }
}

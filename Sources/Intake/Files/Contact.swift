internal import Foundation

/// A person, or an entry that claims to be one, whom the vendor may know.
public struct Contact: Sendable {
  /// Whether the person still acts as a contact.
  public enum Status: String, Sendable, CaseIterable {
    /// Acts.
    case active
    /// Will act again.
    case onLeave = "on-leave"
    /// Lost the permission.
    case revoked
    /// Left the company.
    case left
  }

  /// Training on one product.
  public struct Training: Sendable {
    /// The product, or a word for all products.
    public let product: Field<String>
    /// The course.
    public let course: Field<String>
    /// The day it was completed.
    public let completed: Field<CivilDate>
    /// The last day it counts, by the customer's own policy.
    public let expires: Field<CivilDate>
  }

  /// When a person can be reached.
  public struct Availability: Sendable {
    /// The hours of the week.
    public let weekly: WeeklyHours
    /// The name of the zone of those hours.
    public var zone: String { timeZone.identifier }
    let timeZone: TimeZone
  }

  /// The item of the list.
  public let place: Place
  /// The customer's id of the contact.
  public let id: Field<String>
  /// The person's name.
  public let name: Field<String>
  /// The e-mail address.
  public let email: Field<String>
  /// Whether the vendor designated the contact.
  public let designated: Field<Bool>
  /// Whether the person still acts as a contact.
  public let status: Field<Status>
  /// Whether the contact may report new cases.
  public let mayReport: Field<Bool>
  /// Whether the contact may update cases.
  public let mayUpdate: Field<Bool>
  /// Whether the vendor's access requirements are met.
  public let accessRequirementsMet: Field<Bool>
  /// When the contact can be reached.
  public let availability: Field<Availability>
  /// The training.
  public let training: Field<[Training]>

  /// What findings call the contact: the id, or the place in the list; never name or address.
  public var label: String {
    guard let id = id.value, !id.contains("@"), !id.contains(where: \.isNewline), id.count <= 40 else {
      return String(place.path.split(separator: ".").last ?? "a contact")
    }
    return id
  }

  /// Whether `word` is the contact's id or address.
  func isCalled(_ word: String) -> Bool {
    let word = word.normalized
    return id.value?.normalized == word || email.value?.normalized == word
  }
}

extension String {
  /// The text without outer spaces and line ends.
  var trimmingOuterSpace: String { trimmingCharacters(in: .whitespacesAndNewlines) }

  /// The text for comparisons: without outer spaces, in small letters.
  var normalized: String { trimmingOuterSpace.lowercased() }
}

/// What the customer's side knows about itself: `customer.yaml`.
public struct CustomerFile: Sendable {
  /// The `customer` mapping as a whole.
  public let place: Place
  /// The company.
  public let name: Field<String>
  /// When the company works.
  public let calendar: BusinessCalendar
  /// The service contract.
  public let contract: Contract
  /// A pilot or beta programme.
  public let site: Site
  /// The plan as written; the policy knows the words.
  public let serviceLevel: Field<String>
  /// The deployed products.
  public let products: Field<[Product]>
  /// The people.
  public let contacts: Field<[Contact]>

  /// The service contract.
  public struct Contract: Sendable {
    /// The `contract` mapping.
    public let place: Place
    /// Its number.
    public let number: Field<String>
    /// Whether it is signed.
    public let signed: Field<Bool>
    /// The first day.
    public let validFrom: Field<CivilDate>
    /// The last day.
    public let validUntil: Field<CivilDate>
    /// Whether all maintenance fees are paid.
    public let paymentCurrent: Field<Bool>
    /// The last day that is paid for.
    public let paidThrough: Field<CivilDate>
    /// Products, or invoices, with fees that are due.
    public let arrears: Field<[Field<String>]>
  }

  /// A pilot or beta programme.
  public struct Site: Sendable {
    /// A programme through which the vendor supports a site without a contract.
    public enum Programme: String, Sendable, CaseIterable {
      /// No programme.
      case none
      /// A pilot.
      case pilot
      /// A beta test.
      case beta
    }

    /// The `site` mapping.
    public let place: Place
    /// The programme.
    public let programme: Field<Programme>
    /// Whether the vendor approved the site.
    public let approved: Field<Bool>
    /// The vendor's reference.
    public let reference: Field<String>
  }

  /// A product that is deployed.
  public struct Product: Sendable {
    /// The item of the list.
    public let place: Place
    /// The product's name.
    public let name: Field<String>
    /// Its release.
    public let version: Field<String>
  }
}

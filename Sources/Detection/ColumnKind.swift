internal import Model

/// What a column of rows without a header may hold, by the name that a header would have for it.
enum ColumnKind: CaseIterable {
  case name, phone, email, address, userName, account, nationalID, passport, licence, plate, patient, birthDate
  case latitude, longitude, imei, imsi, vehicle, cvv

  /// The name of the column; the rules that have it among their keys decide about its values.
  private var header: String {
    switch self {
    case .name: "full name"
    case .phone: "phone"
    case .email: "email"
    case .address: "address"
    case .userName: "username"
    case .account: "account number"
    case .nationalID: "national id"
    case .passport: "passport number"
    case .licence: "driver licence number"
    case .plate: "license plate"
    case .patient: "patient id"
    case .birthDate: "date of birth"
    case .latitude: "latitude"
    case .longitude: "longitude"
    case .imei: "imei"
    case .imsi: "imsi"
    case .vehicle: "vin"
    case .cvv: "cvv"
    }
  }

  /// The rules that treat the columns of each kind.
  static func rules(_ names: ColumnNames) -> [ColumnKind: [Int]] {
    Dictionary(uniqueKeysWithValues: allCases.map { ($0, names.rules(for: Array($0.header.utf8))) })
  }

  /// The kind of a column some of whose values are of `category`; nil where such values say nothing of the others.
  init?(_ category: Category) {
    switch category {
    case .personName: self = .name
    case .phone: self = .phone
    case .email: self = .email
    case .postalAddress: self = .address
    case .userName: self = .userName
    case .account: self = .account
    case .nationalID: self = .nationalID
    case .passport: self = .passport
    case .driverLicence: self = .licence
    case .vehicleID: self = .plate
    case .healthID: self = .patient
    case .birthDate: self = .birthDate
    default: return nil
    }
  }

  /// Whether rows with such a column are about people.
  var isPersonal: Bool {
    switch self {
    case .name, .phone, .email, .address, .nationalID, .passport, .birthDate, .patient: true
    default: false
    }
  }
}

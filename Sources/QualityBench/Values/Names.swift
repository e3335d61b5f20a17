/// Word lists; every name and place is invented.
enum Names {
  static let given = [
    "Marlo", "Tavia", "Oswin", "Brenna", "Kerrick", "Liora", "Dashel", "Yvaine", "Torben", "Nerys", "Caius", "Ottilie",
    "Rhodri", "Sabeth", "Emrys", "Junia", "Alaric", "Pernel", "Vidal", "Isolda", "Bertil", "Clemence", "Faron", "Hedda",
  ]
  static let family = [
    "Vintner", "Coldbrook", "Hathersage", "Merrow", "Pilkerton", "Ravensby", "Stroudley", "Thackeray", "Umberfield",
    "Wainscott", "Brindlemoor", "Dovecote", "Fairweather", "Gathercole", "Ironside", "Lockridge", "Nettlefold",
    "Overbury", "Quillfeather", "Silverlock", "Tanglewood", "Winterbourne", "Ashdowne", "Cobblepot",
  ]
  /// With letters outside ASCII that Latin-1 has.
  static let accented = ["Jürgen Böllmann", "Zoé Lefèvrier", "Íñigo Peñalbar", "Søren Århusby", "Maëlle Crêpon"]
  static let roads = ["Tinker", "Saltmarsh", "Windmill", "Plover", "Orchard", "Chapel", "Foundry", "Gosling"]
  static let roadKinds = ["Street", "Avenue", "Lane", "Road", "Drive"]
  static let towns = ["Larkhaven", "North Dunwick", "Ottermouth", "Bramble Cross", "Fallowfield"]
  static let services = ["billing", "catalog", "ledger", "notify", "search", "session", "quota", "router"]
  static let machines = ["web", "app", "db", "cache", "queue", "edge", "build", "voice", "media", "proxy"]
  static let zones = ["ams", "dal", "osl", "syd"]
  static let queues = ["VQ_Billing_EN", "VQ_Sales_FR", "VQ_Tech_Tier2", "Q_Overflow_Night", "VQ_Gold_Members"]
  static let skills = ["Billing", "French", "Tier2", "Sales"]
  static let happenings = [
    "cache warmed", "leader kept", "batch committed", "index rotated", "lease renewed", "probe answered",
    "window moved", "pool drained", "route kept", "page flushed", "timer armed", "shard balanced",
  ]
  static let sayings = [
    "my parcel never came and nobody called", "the invoice shows two charges for May",
    "can you move the visit to next week", "I moved house and need the contract changed",
    "the line drops whenever it rains", "please cancel the second subscription",
  ]
}

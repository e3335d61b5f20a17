/// The word lists that values are made of; every name is invented.
package enum Words {
  package static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  package static let given = [
    "Aldra", "Benno", "Corvin", "Delphy", "Esmir", "Fennick", "Gorla", "Hestia", "Ilvan", "Jorunn", "Kessa", "Lorcan",
    "Mirela", "Nolwen", "Orsin", "Pavla", "Quillan", "Rosmer", "Selwyn", "Tamsel", "Ulric", "Vesna", "Wendell",
    "Xandra", "Yorick", "Zelma", "Arvid", "Brisa", "Cathal", "Dorrit", "Elowen", "Farley", "Jörvin", "Zoëlle", "Renée",
    "Günda",
  ]

  package static let family = [
    "Ashgrove", "Birkwall", "Calderby", "Dunmarsh", "Elverton", "Farrowick", "Glenmore", "Harkness", "Ingleway",
    "Jarrowby", "Kestrand", "Lindqvale", "Marrowick", "Northolt", "Oakhaven", "Penderry", "Quarrel", "Rookwood",
    "Sandover", "Tarnfell", "Underhay", "Valebrook", "Westermoor", "Yarrowby", "Zellwick", "Amberly", "Brackenby",
    "Corriveau", "Drummel", "Eastlake", "Fogarthy", "Grimsdell", "Holloway", "Ivesdale", "Juddery", "Kirkbane",
    "Älmarck", "Brønlund", "Müllbach", "Peñarro",
  ]

  package static let streets = [
    "Lantern", "Copper Mill", "Old Ferry", "Juniper", "Harbour", "Quarry", "Weaver", "Beacon",
  ]
  package static let streetKinds = ["Street", "Avenue", "Lane", "Road", "Court"]
  package static let towns = [
    "Millbrook Falls", "East Harrowgate", "Port Linden", "Cedar Notch", "Saint Orrin", "Wexmoor",
  ]
  package static let mailDomains = ["example.com", "example.org", "example.net", "mail.example.com"]

  package static let queues = [
    "VQ_Loans_EN", "VQ_Cards_ES", "VQ_Retention", "VQ_Claims_Gold", "VQ_Helpdesk_T2", "VQ_Backoffice",
  ]
  package static let skills = ["Lending", "Spanish", "Retention", "Claims", "Network", "Chat"]
  package static let strategies = ["MainEntry", "LoanSplit", "HolidayCheck", "CallbackOffer", "LastAgent", "Overflow"]
  package static let campaigns = ["Renewal_Spring", "Survey_B", "Collections_30", "Welcome_Back"]

  package static let requests = [
    "I want to change the address on my policy", "the payment was taken twice last month",
    "please call me back after six", "my router shows a red light again", "I would like to close the savings plan",
    "the agent promised a refund of forty dollars",
  ]

  /// Words of technical chatter, with no personal data in them.
  package static let chatter = [
    "timer wheel advanced", "queue depth sampled", "cache entry refreshed", "session table compacted",
    "keep-alive answered", "pool returned to idle", "route table unchanged", "backlog below low mark",
    "state machine settled", "worker picked next item", "resource released", "policy evaluated",
    "retry budget restored", "heartbeat within bounds", "snapshot written", "lock granted",
  ]

  /// Plain letters for login names and mail addresses.
  package static func ascii(_ word: String) -> String {
    var bytes: [UInt8] = []
    for scalar in word.unicodeScalars {
      switch scalar {
      case "A"..."Z": bytes.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case "a"..."z": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "ä", "Ä": bytes.append(UInt8(ascii: "a"))
      case "ö", "ø": bytes.append(UInt8(ascii: "o"))
      case "ü": bytes.append(UInt8(ascii: "u"))
      case "é", "ë": bytes.append(UInt8(ascii: "e"))
      case "ñ": bytes.append(UInt8(ascii: "n"))
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

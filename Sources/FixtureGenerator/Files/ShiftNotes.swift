/// Notes of a shift lead, written in an editor of the Latin-1 days.
struct ShiftNotes: SingleFile {
  func path(on site: Site) -> String { "notes/shift-notes.txt" }
  let encoding = Encoding.latin1
  let lineEnd = Document.LineEnd.crlf

  func write(_ file: inout Document, site: Site, with random: inout SplitMix64) {
    file.line("Notes of the early shift: café corner is closed, naïve retry in build \(trap: "8.1.102.60")\n")
    for index in 0..<24 {
      let (person, agent) = (Person(seed: site.seed, index: index), site.agents[index])
      file.line(
        """
        * Customer name: \(person.name), phone: \(person.phone.dashed), mail: \(person.email)
          spoke with \(agent.name) (\(agent.login)), ticket \(trap: "CASE-\(random.digits(8))"), \
        wants the letter at: \(person.address)
        """)
      switch index % 4 {
      case 0: file.line("  card: \(person.card.spaced), expires \(person.card.expiry)")
      case 1: file.line("  IBAN: \(person.papers.ibanSpaced), not \(trap: person.card.broken)")
      case 2: file.line("  SSN: \(person.papers.socialSecurity), passport: \(person.papers.passport)")
      default: file.line("  patient number: \(person.papers.health), licence: \(person.papers.driverLicence)")
      }
    }
  }
}

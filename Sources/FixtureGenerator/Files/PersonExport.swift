/// Agents as the administration tool exports them.
struct PersonExport: SingleFile {
  func path(on site: Site) -> String { "exports/persons.xml" }

  func write(_ file: inout Document, site: Site, with random: inout SplitMix64) {
    file.line(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    file.line("<CfgData version=\"\(trap: "8.5.260.11")\">")
    for (index, agent) in site.agents.prefix(12).enumerated() {
      file.line(
        """
          <CfgPerson DBID="\(trap: 100_000_100 + index)" tenantDBID="1" isAgent="2">
            <firstName>\(agent.given)</firstName>
            <lastName>\(agent.family)</lastName>
            <userName>\(agent.login)</userName>
            <employeeID>\(agent.employee)</employeeID>
            <emailAddress>\(agent.email)</emailAddress>
            <password>\(Secrets.password(&random))</password>
            <place name="\(trap: "PL_\(agent.extensionNumber)")"/>
            <guid>\(trap: random.guid())</guid>
            <phone kind="home">\(Phone(&random).international)</phone>
          </CfgPerson>
        """)
    }
    file.line("</CfgData>")
  }
}

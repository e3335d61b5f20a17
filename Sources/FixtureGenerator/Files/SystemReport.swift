/// A report about a machine, in UTF-16 as Windows tools write it.
struct SystemReport: SingleFile {
  func path(on site: Site) -> String { "desktop/systeminfo.txt" }
  let encoding = Encoding.utf16LittleEndian
  let lineEnd = Document.LineEnd.crlf
  let byteOrderMark = true

  func write(_ file: inout Document, site: Site, with random: inout SplitMix64) {
    for agent in site.agents.prefix(8) {
      file.line(
        #"""
        Host Name:                 \#(agent.workstation.loudName)
        OS Version:                \#(trap: "10.0.19045.4291") N/A Build 19045
        Registered Owner:          \#(agent.name)
        Logged on User:            \#(agent.domainLogin)
        Profile:                   C:\Users\\#(agent.login)\AppData\Local
        Product ID:                \#(trap: "00330-80000-00000-AA\(random.digits(3))")
        Virtual Memory: Max Size:  \#(trap: random.within(4_000_000_000...34_000_000_000)) bytes
        Physical Address:          \#(agent.workstation.dashedMAC)
        IPv4 Address:              \#(agent.workstation.address)
        Subnet Mask:               \#(trap: "255.255.255.0")
        Loopback:                  \#(trap: "127.0.0.1")
        Logon Server:              \#(site.configuration.name)
        Support Line:              \#(site.services[0].parenthesised)

        """#)
    }
  }
}

/// Settings of a proxy with a private key in their middle.
struct ProxySettings: SingleFile {
  func path(on site: Site) -> String { "config/edge-proxy.conf" }

  func write(_ file: inout Document, site: Site, with random: inout SplitMix64) {
    file.line(
      """
      # edge proxy, generated \(Moment.origin, .spaced)
      listen \(site.gateways[0].address):443
      upstream \(site.web.name):8443
      allow 198.51.100.0/24
      trusted-hash sha256:\(trap: random.hex(64))
      inline-key <<EOF
      \(Secrets.privateKey(&random))
      EOF
      timeout 30
      admin \(site.agents[4].email)
      """)
  }
}

/// The SIP messages of one call (RFC 3261).
struct Dialogue {
  private let call: Call
  private let fromTag: String
  private let toTag: String
  private let branch: String
  private let port: Int

  init(_ call: Call, _ random: inout SplitMix64) {
    self.call = call
    fromTag = random.hex(8)
    toTag = "\(random.guid().uppercased())-\(random.within(1_000_000...9_999_999))"
    branch = "z9hG4bK\(random.hex(12))"
    port = random.within(10_000...59_999) / 2 * 2
  }

  private var caller: Person { call.caller }

  /// What each request of the dialogue has in common.
  private func head(_ method: String, _ sequence: Int) -> Text {
    """
    \(method) sip:\(call.service.plain)@\(call.site.sipServer.address):5060 SIP/2.0
    Via: SIP/2.0/UDP \(call.gateway.address):5060;branch=\(trap: branch);rport
    From: "\(caller.name)" <sip:\(caller.phone.international)@\(call.gateway.address)>;tag=\(trap: fromTag)
    To: <sip:\(call.service.plain)@\(call.site.sipServer.name)>
    Call-ID: \(trap: call.dialogue)@\(call.gateway.address)
    CSeq: \(sequence) \(method)

    """
  }

  private func finish(_ head: Text, _ type: String, _ body: Text) -> Text {
    "\(head)Content-Type: \(type)\nContent-Length: \(body.wireLength)\n\n\(body)"
  }

  func invite(_ random: inout SplitMix64) -> Text { invite(extra: identity(&random), &random, 1) }

  func authorizedInvite(_ random: inout SplitMix64) -> Text {
    let header: Text = """
      Proxy-Authorization: Digest username="\(caller.login)", realm="voice", nonce="\(Secrets.digest(&random))", \
      uri="sip:\(call.site.sipServer.name)", cnonce="\(Secrets.digest(&random))", nc=00000001, qop=auth, \
      response="\(Secrets.digest(&random))", algorithm=MD5

      """
    return invite(extra: header, &random, 2)
  }

  private func invite(extra: Text, _ random: inout SplitMix64, _ sequence: Int) -> Text {
    let head: Text = """
      \(head("INVITE", sequence))Contact: <sip:\(caller.phone.international)@\(call.gateway.address):5060;transport=udp>
      \(extra)User-Agent: EdgeBorder/\(trap: "7.4.1.118")
      X-Genesys-CallUUID: \(trap: call.uuid)
      Max-Forwards: 69

      """
    return finish(head, "application/sdp", offer(call.carrier, &random))
  }

  /// The ways in which networks say who calls (RFC 3325, RFC 5806, and the older draft).
  private func identity(_ random: inout SplitMix64) -> Text {
    var header: Text = """
      P-Asserted-Identity: "\(caller.name)" <sip:\(caller.phone.international)@\(call.gateway.name);user=phone>
      P-Asserted-Identity: <tel:\(caller.phone.international)>

      """
    if random.one(in: 2) {
      header.append(
        "Remote-Party-ID: \"\(caller.name)\" <sip:\(caller.phone.trunk)@\(call.gateway.address)>;party=calling;privacy=off\n"
      )
    }
    if random.one(in: 3) {
      header.append(
        "Diversion: <sip:\(caller.mobile.international)@\(call.gateway.address)>;reason=no-answer;counter=1\n")
    }
    if random.one(in: 3) { header.append("X-Genesys-CustNum: \(caller.account)\n") }
    return header
  }

  private func offer(_ address: Value, _ random: inout SplitMix64) -> Text {
    let version = random.within(3_900_000_000...3_999_999_999)
    return """
      v=0
      o=- \(trap: version) \(trap: version + 1) IN IP4 \(address)
      s=-
      c=IN IP4 \(address)
      t=0 0
      m=audio \(port) RTP/SAVP 0 8 101
      a=rtpmap:0 PCMU/8000
      a=rtpmap:8 PCMA/8000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-15
      a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:\(Secrets.mediaKey(&random))
      a=candidate:1 1 UDP 2130706431 \(call.site.sipServer.address) \(port) typ host
      a=ptime:20

      """
  }

  func challenge(_ random: inout SplitMix64) -> Text {
    """
    SIP/2.0 407 Proxy Authentication Required
    Via: SIP/2.0/UDP \(call.gateway.address):5060;branch=\(trap: branch)
    From: "\(caller.name)" <sip:\(caller.phone.international)@\(call.gateway.address)>;tag=\(trap: fromTag)
    To: <sip:\(call.service.plain)@\(call.site.sipServer.name)>;tag=\(trap: toTag)
    Call-ID: \(trap: call.dialogue)@\(call.gateway.address)
    CSeq: 1 INVITE
    Proxy-Authenticate: Digest realm="voice", nonce="\(Secrets.digest(&random))", algorithm=MD5, qop="auth"
    Content-Length: 0

    """
  }

  /// With the one-letter header names of RFC 3261 section 20.
  func compactRinging() -> Text {
    """
    SIP/2.0 180 Ringing
    v: SIP/2.0/UDP \(call.gateway.address):5060;branch=\(trap: branch)
    f: "\(caller.name)" <sip:\(caller.phone.international)@\(call.gateway.address)>;tag=\(trap: fromTag)
    t: <sip:\(call.service.plain)@\(call.site.sipServer.name)>;tag=\(trap: toTag)
    i: \(trap: call.dialogue)@\(call.gateway.address)
    CSeq: 1 INVITE
    m: <sip:\(call.agent.extensionNumber)@\(call.agent.workstation.address):5062>
    l: 0

    """
  }

  func accepted(_ random: inout SplitMix64) -> Text {
    let head: Text = """
      SIP/2.0 200 OK
      Via: SIP/2.0/UDP \(call.gateway.address):5060;branch=\(trap: branch)
      From: "\(caller.name)" <sip:\(caller.phone.international)@\(call.gateway.address)>;tag=\(trap: fromTag)
      To: <sip:\(call.service.plain)@\(call.site.sipServer.name)>;tag=\(trap: toTag)
      Call-ID: \(trap: call.dialogue)@\(call.gateway.address)
      CSeq: 1 INVITE
      Contact: "\(call.agent.name)" <sip:\(call.agent.extensionNumber)@\(call.site.sipServer.address):5060>

      """
    return finish(head, "application/sdp", offer(call.site.media.address, &random))
  }

  func typedDigit(_ random: inout SplitMix64) -> Text {
    finish(
      head("INFO", 3), "application/dtmf-relay",
      "Signal=\(Value(random.digits(1), .digits))\nDuration=\(random.within(8...30) * 10)\n")
  }

  func recording() -> Text {
    finish(
      head("INFO", 4), "application/vnd.radisys.msml+xml",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <msml version="1.1"><dialogstart target="conn:\(trap: call.uuid)" name="rec">
      <gvp:param name="ani">\(caller.phone.plain)</gvp:param>
      <gvp:param name="agentId">\(call.agent.login)</gvp:param>
      <gvp:param name="callUuid">\(trap: call.uuid)</gvp:param>
      </dialogstart></msml>

      """)
  }

  func refer() -> Text {
    """
    \(head("REFER", 5))Refer-To: <sip:\(caller.mobile.percent)@\(call.gateway.name)?Replaces=\(trap: call.dialogue)>
    Referred-By: <sip:\(call.agent.login)@\(call.site.sipServer.name)>
    X-Notes: *
    Content-Length: 16

    \(trap: "CONTENT FILTERED")
    """
  }

  func bye() -> Text { "\(head("BYE", 6))Reason: Q.850;cause=16;text=\"Normal call clearing\"\nContent-Length: 0\n" }
}

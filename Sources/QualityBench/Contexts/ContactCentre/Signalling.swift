internal import Model

/// SIP messages with the header forms that are rarer in the wild.
enum Signalling {
  static let all = [compact, folded, register, msml]

  /// One-letter names, other identity headers, a body with keys.
  static let compact = Context("sip-compact", "sip/sip_b-002.log") { page, s in
    let (person, staff, host) = (s.person(), s.staff(), s.machine())
    page.line(
      """
      \(s.clock).\(s.millis()): Received [\(s.number(1...40)),TCP] 731 bytes from \(host.address):5061 <<<<<
      INVITE sip:\(either: "+18005550123")@\(host.name);user=phone SIP/2.0
      v: SIP/2.0/TCP \(host.address):5061;branch=\(Trap("z9hG4bK\(s.dice.hex(12))", "branch"))
      f: \(person.name) <sip:\(person.phone.international)@\(host.address);user=phone>;tag=\(Trap(s.dice.hex(10), "tag"))
      t: <sip:\(Trap(staff.line, "internal number"))@\(host.name)>
      i: \(s.uuid())@\(host.address)
      m: <sip:\(person.phone.trunk)@\(host.address):5061;transport=tcp>
      b: <sip:\(staff.login)@\(host.name)>
      P-Preferred-Identity: "\(person.name)" <tel:\(person.phone.hyphens)>
      History-Info: <sip:\(person.mobile.international)@\(host.name)?Reason=SIP%3Bcause%3D302>;index=1.1
      X-Genesys-CallUUID: \(s.callUUID())
      CSeq: \(s.number(1...99)) INVITE
      c: application/sdp
      l: 231

      v=0
      o=gw \(Trap("39\(s.dice.digits(8))", "session version")) 1 IN IP4 \(host.address)
      s=call
      c=IN IP4 \(host.address)
      t=0 0
      m=audio \(s.number(10_000...60_000)) RTP/SAVP 8 101
      a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:\(Value(s.dice.string(40, of: Dice.base64), .sessionSecret))|2^20
      a=ptime:20
      """)
  }

  /// Headers that go on in the next line (RFC 3261, section 7.3.1).
  static let folded = Context("sip-folded", "sip/proxy.log", form: { $0.crlf() }) { page, s in
    let (person, host) = (s.person(), s.machine())
    page.line(
      """
      \(s.spaced).\(s.millis()) TX \(host.address):5060
      BYE sip:\(person.mobile.international)@\(host.address) SIP/2.0
      From: "\(person.name)"
       <sip:\(person.phone.international)@\(host.name)>;tag=\(Trap(s.dice.hex(10), "tag"))
      To: <sip:\(person.mobile.trunk)@\(host.address)>
       ;tag=\(Trap(s.dice.hex(10), "tag"))
      Call-ID: \(s.uuid())
      CSeq: 3 BYE
      Reason: Q.850;cause=16
      Content-Length: 0

      """)
  }

  static let register = Context("sip-register", "sip/registrar.log") { page, s in
    let (staff, host) = (s.staff(), s.machine())
    page.line(
      """
      \(s.clock).\(s.millis()): SIPTR: Received [0,UDP] 612 bytes from \(staff.desk.address):5060 <<<<<
      REGISTER sip:\(host.name) SIP/2.0
      Via: SIP/2.0/UDP \(staff.desk.address):5060;branch=\(Trap("z9hG4bK\(s.dice.hex(12))", "branch"));rport
      From: "\(staff.name)" <sip:\(Trap(staff.line, "internal number"))@\(host.name)>;tag=\(Trap(s.dice.hex(10), "tag"))
      Contact: <sip:\(Trap(staff.line, "internal number"))@\(staff.desk.address):5060>;+sip.instance="<urn:uuid:\(s.uuid())>"
      Authorization: Digest username="\(staff.login)", realm="voice", nonce="\(s.sessionSecret())", \
      uri="sip:\(host.name)", response="\(s.sessionSecret())", algorithm=MD5, cnonce="\(s.sessionSecret())", qop=auth
      CSeq: \(s.number(1...9000)) REGISTER
      Expires: 3600
      User-Agent: DeskPhone/\(s.version())
      Content-Length: 0

      """)
  }

  static let msml = Context("msml", "media/rm.log") { page, s in
    let (person, staff) = (s.person(), s.staff())
    page.line(
      """
      \(s.spaced).\(s.millis()) DBUG \(s.uuid()) msml body:
      <msml version="1.1"><dialogstart target="conn:\(Trap(s.dice.hex(10), "tag"))" type="application/moml+xml">
       <record beep="false" dest="recorder:\(s.callUUID())"><gvp:params>
        <gvp:param name="callUuid">\(s.callUUID())</gvp:param>
        <gvp:param name="ani">\(person.phone.international)</gvp:param>
        <gvp:param name="agentId">\(staff.email)</gvp:param>
        <gvp:param name="X-Genesys-CustomerName">\(person.name)</gvp:param>
        <gvp:param name='recdn'>\(Trap(staff.line, "internal number"))</gvp:param>
       </gvp:params></record></dialogstart></msml>
      """)
  }
}

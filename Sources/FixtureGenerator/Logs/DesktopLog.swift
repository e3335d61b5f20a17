/// The log of an agent's desktop program: UTF-8 with a byte order mark, Windows line ends, below the agent's profile.
struct DesktopLog: LogFormat {
  func path(on site: Site) -> String {
    "desktop/Users/\(site.agents[0].login.text)/AppData/Roaming/Desktop/log/InteractionWorkspace"
  }

  let lineEnd = Document.LineEnd.crlf
  let byteOrderMark = true

  func begin(_ log: inout Document, site: Site, at start: Moment) {
    let agent = site.agents[0]
    log.line(
      #"""
      \#(start, .comma) [main] INFO  MachineName: \#(agent.workstation.loudName)
      \#(start, .comma) [main] INFO  UserName: \#(agent.domainLogin), version \#(trap: "8.5.149.07")
      \#(start, .comma) [main] INFO  settings C:\Users\\#(agent.login)\AppData\Roaming\Desktop\settings.json read
      """#)
  }

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    guard call.index % 2 == 0 else { return }
    var time = call.start + 2_450
    let (caller, agent) = (call.caller, call.agent)
    log.line(
      #"""
      \#(time, .comma) [\#(random.within(1...40))] DEBUG  Proxy got message 'EventRinging' ('60')
          AttributeANI [str] = "\#(caller.phone.plain)"
          AttributeThisDN [str] = "\#(trap: agent.extensionNumber)"
          AttributeConnID [str] = "\#(trap: call.connection)"
          AttributeAgentID [str] = "\#(agent.login)"
          'CustomerName' [str] = "\#(caller.name)"
          'CardOnFile' [str] = "\#(trap: "****")"
      \#(time.tick(5), .comma) [9] INFO  Sending message to TServer - tcp://\#(call.site.eventServer.name):3063
      \#(time.tick(3), .comma) [9] INFO  note saved to C:\Users\\#(agent.login)\Documents\notes\\#(trap: call.interaction).txt
      \#(time.tick(8), .comma) [12] INFO  toast shows "\#(caller.phone.parenthesised)", "\#(caller.mobile.dotted)"
      """#)
    for _ in 0..<random.within(4...10) {
      log.line(
        """
        \(time.tick(random.within(1...60)), .comma) [\(random.within(1...40))] DEBUG  \(random.pick(Words.chatter)) \
        {\(trap: random.guid())} in \(random.within(1...400)) ms
        """)
    }
  }
}

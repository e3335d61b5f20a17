/// Events of chats and mails, one JSON object per line.
struct InteractionEvents: LogFormat {
  func path(on site: Site) -> String { "digital/interactions" }
  let suffix = "jsonl"

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    let (caller, agent) = (call.caller, call.agent)
    var time = call.start + 600
    let request = random.pick(Words.requests)
    log.line(
      #"""
      {"at":"\#(time, .iso)Z","event":"chat.message","id":"\#(trap: call.interaction)","from":{"nick":"\#(caller.given)",\#
      "email":"\#(caller.email)"},"text":"\#(Value(request, .content))","seq":\#(random.within(1...90))}
      {"at":"\#(time.tick(900), .iso)Z","event":"agent.joined","id":"\#(trap: call.interaction)","agent":"\#(agent.login)",\#
      "notify":"\#(caller.emailJSON)",\#
      "queue":"\#(trap: call.queue)","session":"\#(trap: random.guid())"}
      """#)
    guard random.one(in: 3) else { return }
    log.line(
      #"""
      {"at":"\#(time.tick(400), .iso)Z","event":"mail.received","id":"\#(trap: random.guid())",\#
      "headers":{"From":"\"\#(caller.name)\" <\#(caller.email)>","To":"\#(Value("care@example.net", .email))","Message-ID":\#
      "<\#(trap: random.hex(16))@\#(call.site.web.name)>"},"size":\#(random.within(900...90_000)),\#
      "body":"\#(Value("Hello, \(request). Thank you.", .content))"}
      """#)
  }
}

/// The media server's log: what a voice dialogue asked, and what callers typed and said.
struct MediaLog: LogFormat {
  func path(on site: Site) -> String { "media/mcp_07" }

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    var time = call.start + 400
    let (thread, session, caller) = (random.within(3_000_000_000...3_999_999_999), call.mediaSession, call.caller)
    func prefix(_ wait: Int, _ level: String) -> Text {
      "\(time.tick(wait), .spaced) \(level) \(session) \(thread) \(random.hex(8))"
    }
    log.line(
      """
      \(time, .spaced) DBUG \(trap: session) \(trap: thread) \(random.hex(8)) CallMgr.cpp:588 Request received: INVITE sip:dialog@\(call.site.media.address):5070;\
      voicexml=http://\(call.site.web.name)/vxml/main.jsp%3Fani%3D\(caller.phone.trunk)
      \(prefix(3, "INFO")) call_reference \(trap: call.uuid)|\(trap: session)|Environment|IVR_Main
      """)
    for _ in 0..<random.within(8...16) {
      log.line(
        """
        \(prefix(random.within(1...80), "DBUG")) Prompt.cpp:\(random.within(10...999)) \(random.pick(Words.chatter)), \
        offset \(random.within(0...99_999)) ms, \(random.within(100...64_000)) bytes of audio
        """)
    }
    let typed = random.one(in: 3) ? caller.card.plain.text : random.digits(random.within(4...10))
    log.line(
      """
      \(prefix(900, "INFO")) prompt_play sys/enter_number.wav
      \(prefix(2100, "INFO")) dtmf_input \(Value(typed, .digits))
      \(prefix(1, "INFO")) filled_enter acct "\(Value(typed, .digits))" mode dtmf
      \(prefix(4, "DBUG")) EvaluateCond(): pin == '\(caller.papers.pin)'
      \(prefix(60, "INFO")) asr_trace utterance "\(Value(random.pick(Words.requests), .content))" score 0.\(random.within(10...99))
      \(prefix(5, "INFO")) prompt_play tts:"Thank you, \(caller.given)"
      \(prefix(7, "DBUG")) Recorder.cpp:91 wrote \(trap: "01\(call.uuid)_").\(random.within(10...99)).wav, build \
      \(trap: "8.5.170.31"), thread 0x\(random.hex(12))
      """)
  }
}

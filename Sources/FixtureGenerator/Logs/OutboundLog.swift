/// The outbound dialler's log: record blocks and the SQL behind them.
struct OutboundLog: LogFormat {
  func path(on site: Site) -> String { "outbound/ocs_a1" }

  func begin(_ log: inout Document, site: Site, at start: Moment) {
    SegmentHeader.append(
      to: &log, application: "OCS_A1", type: "OutboundContactServer (23)", version: "8.1.510.14", host: site.database,
      site: site, at: start)
  }

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    guard call.index % 3 == 0 else { return chatter(&log, call.start + 500, &random) }
    var time = call.start + 500
    let (caller, campaign) = (call.caller, random.pick(Words.campaigns))
    log.line(
      """
      \(time, .clock) Trc 50071 DBList.CreateRecord
      \tRecordHandle = \(trap: call.record)
      \tChainID = \(trap: random.within(100_000...999_999_999))
      \tChainNum = 0
      \tPhone = \(caller.phone.plain)
      \tCampaignName = \(trap: campaign)
      \tListName = L_\(campaign)
      \tTableName = T_\(campaign)
      \tFrom = 28800
      \tTill = 68400
      \(time.tick(3), .clock) CM_DBCallList(1-4-2): DBServer 'dbs_ocs' SQL: insert into T_\(campaign) (record_id, \
      contact_info, cust_name, email, birth_date, acct) values (\(trap: call.record), '\(caller.phone.plain)', \
      '\(caller.name)', '\(caller.email)', '\(caller.birthDate)', '\(caller.papers.bankAccount)')
      \(time.tick(2), .clock) SQL: sp_\(campaign) @CTime='\(random.within(10_000...86_399))', \
      @Phone='\(caller.mobile.plain)', @TTime=\(trap: time, .epoch)
      \(time.tick(9), .clock) OCMClient: preview record to agent '\(call.agent.login)'
      \t'GSW_PHONE'\t'\(caller.phone.international)'
      \t'GSW_RECORD_HANDLE'\t\(trap: call.record)
      \t'GSW_CAMPAIGN_NAME'\t'\(trap: campaign)'
      \t'GSW_CALL_RESULT'\t28
      """)
    chatter(&log, time, &random)
  }

  private func chatter(_ log: inout Document, _ start: Moment, _ random: inout SplitMix64) {
    var time = start
    for _ in 0..<random.within(3...8) {
      log.line(
        """
        \(time.tick(random.within(1...60)), .clock) Dbg 50\(random.within(100...999)) \(random.pick(Words.chatter)), \
        group \(trap: "\(random.pick(Words.campaigns))@GRP"), dial rate \(random.within(1...40)) per min, \
        \(random.within(0...4000)) records left
        """)
    }
  }
}

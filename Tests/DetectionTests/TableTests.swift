import Detection
import Model
import RulePacks
import Testing

@Suite struct TableTests {
  static let rules = """
    - {id: t.name, title: t, category: person-name, keys: ['customer name', 'last name'], value: '[A-Za-z][A-Za-z .-]+'}
    - {id: t.phone, title: t, category: phone, keys: ['* phone', 'phone', 'contact info'], value: '[0-9+ -]{7,}'}

    """

  private func found(_ text: String) throws -> [String] { try Texts.found(text, try Texts.detector(Self.rules)) }

  @Test(arguments: [",", ";", "\t", "|"])
  func aHeaderNamesTheColumns(delimiter: String) throws {
    let rows = [
      ["id", "Customer Name", "home_phone"], ["17", "Jane Roe", "2125550147"], ["18", "\"Roe, Max\"", "2125550148"],
    ]
    let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: "\n") + "\n"
    let names = try found(text)
    #expect(names.contains("Jane Roe") && names.contains("2125550147") && names.contains("2125550148"))
    #expect(!names.contains("17"))
  }

  @Test func aTableEndsWhereLinesNoLongerFit() throws {
    let text = "id,phone,zone\n1,2125550147,x\nno row\nno row\nno row\n2,2125550148,x\n"
    #expect(try found(text) == ["2125550147"])
  }

  @Test func aRecordMayGoOverSeveralLines() throws {
    let text = "id,last name,note,phone\n1,Roe,\"a\nb, \"\"c\"\"\nd\",2125550147\n2,Doe,x,2125550148\n"
    #expect(try found(text) == ["Roe", "2125550147", "Doe", "2125550148"])
    let detector = try Texts.detector(Self.rules)
    let whole = try Texts.streamed(Array(text.utf8), detector, size: text.utf8.count)
    for size in 1...40 {
      #expect(try Texts.streamed(Array(text.utf8), detector, size: size) == whole, "in pieces of \(size)")
    }
  }

  @Test func rowsOfNamesAndValuesArePairs() throws {
    let sql = "INSERT INTO h (ID, KEYNAME, VALUE) VALUES (1,'phone','2125550147'),(2,'zone','2125550148');\n"
    #expect(try found(sql) == ["2125550147"])
    #expect(try found("id,field,phone,value\n1,LastName,,Roe\n2,Zone,,East\n") == ["Roe"])
  }

  @Test func aBlankLineEndsATable() throws {
    #expect(try found("id,phone,x\n1,2125550147,a\n\nid,zone,x\n1,2125550148,a\n") == ["2125550147"])
  }

  @Test func theFieldsOfAWebServerLogAreColumns() throws {
    let text = "#Version: 1.0\n#Fields: date cs-phone c-ip last-name\n2024-03-05 2125550147 192.0.2.1 Roe\n"
    #expect(try found(text) == ["2125550147", "Roe"])
  }

  @Test func fixedColumnsAreCutAtTheirPlaces() throws {
    let text = """
      id    last name     phone        zone
      1     Roe           2125550147   east
      2     Van Horn      2125550148   west
      """
    #expect(try found(text) == ["Roe", "2125550147", "Van Horn", "2125550148"])
  }

  @Test func listsOfColumnsInSQLCount() throws {
    let text = """
      insert into t (id, contact_info, last_name) values (1, '2125550147', N'Roe'), (2, '2125550148', 'Poe');
      INSERT INTO t (id, phone) VALUES
      (3, '2125550149'),
      (4, '2125550150');
      (5, '2125550151')
      COPY t (id, phone, last_name) FROM stdin;
      6\t2125550152\tLoe
      """
    #expect(
      try found(text) == [
        "2125550147", "Roe", "2125550148", "Poe", "2125550149", "2125550150", "2125550152", "Loe",
      ])
  }

  @Test(arguments: [
    "08:00:00.505 CM_List(1-4-2): agent's SQL: insert into t (id, phone, last_name) values (1, '2125550147', 'Roe')",
    "INSERT INTO [dbo].[t] ([id], [phone], [last_name]) VALUES (1, '2125550147', 'Roe')",
    "insert into t ( id , phone , last_name ) values ( 1 , '2125550147' , 'Roe' )",
    "insert into t (\"id\", \"phone\", \"last_name\") values (1, '2125550147', 'Roe')",
    "insert into t (note, phone, last_name) values ('it\\'s', '2125550147', 'Roe')",
    "insert into t (note, phone, last_name) values ('C:\\', '2125550147', 'Roe')",
    "insert into t (phone, last_name, id) values ('2125550147', 'Roe",
    "insert into t (phone, last_name, id) values ('2125550147', 'Roe', 17",
    "insert into t (id, phone, last_name) values " + String(repeating: "(1, '17', ''),", count: 400)
      + " (1, '2125550147', 'Roe')",
  ])
  func rowsAreReadInWhateverALogWritesAroundThem(statement: String) throws {
    #expect(try found(statement + "\n") == ["2125550147", "Roe"])
  }

  @Test func aLineOfTuplesLongerThanAPieceIsReadToItsEnd() throws {
    let detector = try Texts.detector(Self.rules)
    let count = 90_000
    let tuples = String(repeating: "(17, '2125550147', 'it''s; 17'),", count: count).dropLast()
    let bytes = Array(("insert into t (id, phone, last_name) values " + tuples + ";\n").utf8)
    let found = try Texts.streamed(bytes, detector, size: 128 * 1024)
    #expect(found.count == count)
    #expect(found.allSatisfy { bytes[$0].elementsEqual("2125550147".utf8) })
  }

  @Test func aRowThatCannotBeReadWholeEndsTheScan() throws {
    let detector = try Texts.detector(Self.rules)
    let text = "insert into t (note, phone) values ('\(String(repeating: "x y ", count: 400_000))', '2125550147')\n"
    #expect { _ = try Texts.streamed(Array(text.utf8), detector, size: 128 * 1024) } throws: {
      ($0 as? Problem)?.code == .limit
    }
  }

  @Test func aNumberWithItsNameIsNoColumn() throws {
    #expect(try found("\tAttributeType\t2 (CustomerPhone)\n\tAttributeConnID\t0071031431871254\n").isEmpty)
  }

  @Test func namesThatNoRuleKnowsMakeNoTable() throws {
    #expect(try found("alpha,beta,gamma\n2125550147,x,y\n").isEmpty)
    #expect(try found("Dear customer name, thank you, bye\nJane, Roe, x\n").count <= 1)
  }

  @Test(arguments: [1, 5, 17, 1000])
  func aTableGoesOnOverPieces(size: Int) throws {
    let detector = try Texts.detector(Self.rules)
    let bytes = Array(("id,phone,zone\n" + (0..<50).map { "\($0),21255501\(10 + $0 % 90),x\n" }.joined()).utf8)
    let whole = try Texts.streamed(bytes, detector, size: bytes.count)
    #expect(whole.count == 50)
    #expect(try Texts.streamed(bytes, detector, size: size) == whole)
  }
}

/// Rows whose columns only a definition names.
@Suite struct TableDefinitionTests {
  private let dump = """
    CREATE TABLE `people` (
      `id` int NOT NULL,
      `last_name` varchar(64) DEFAULT 'x,)',
      `zone` varchar(64), -- a note
      `home_phone` varchar(128),
      PRIMARY KEY (`id`)
    ) ENGINE=InnoDB;
    LOCK TABLES `people` WRITE;
    INSERT INTO `people` VALUES
    (1,'Roe','north','2125550147'),
    (2,'Doe','the so''uth','2125550148');
    INSERT INTO `other` VALUES (1,'Miller','west','2125550149');
    create table public.calls (id integer, phone text);
    insert into calls values (7, '2125550150');
    COPY calls FROM stdin;
    8\t2125550151
    \\.

    """

  @Test func aDefinitionNamesTheColumns() throws {
    let found = try Texts.found(dump, try Texts.detector(TableTests.rules))
    #expect(found == ["Roe", "2125550147", "Doe", "2125550148", "2125550150", "2125550151"])
  }

  @Test func howTheTextIsCutMakesNoDifference() throws {
    let detector = try Texts.detector(TableTests.rules)
    let bytes = Array(dump.utf8)
    let whole = try Texts.streamed(bytes, detector, size: bytes.count)
    for size in 1...60 { #expect(try Texts.streamed(bytes, detector, size: size) == whole, "in pieces of \(size)") }
  }

  /// Each of them is given up where the next begins, so that time grows with the text and not with its square.
  @Test func definitionsThatNeverEndAreLeftAlone() throws {
    let text = String(repeating: "create table t (\n", count: 100_000) + "create table t (id int, phone text);\n"
    #expect(
      try Texts.found(text + "insert into t values (1,'2125550147');\n", try Texts.detector(TableTests.rules)) == [
        "2125550147"
      ])
  }

  @Test func columnsAreCountedInCharacters() throws {
    let rows = [
      "LAST_NAME            FIRST_NAME      MOBILE", "-------------------- --------------- ----------",
      "Müller-Lüdenscheid   Torbjörn        2125550147", "Roe                  Jane            2125550148",
    ]
    let rules = "  - {id: t.phone, title: t, category: phone, keys: [mobile], value: '\\d{10}'}\n"
    #expect(
      try Texts.found(rows.joined(separator: "\n") + "\n", try Texts.detector(rules)) == ["2125550147", "2125550148"])
  }

  @Test func aDefinitionHoldsForBlocksThatWereScannedAhead() throws {
    let detector = try Texts.detector(TableTests.rules)
    let pool = ScanPool(detector, threads: 2)
    var stream = TextStream(detector)
    var count = 0
    func take(_ chunk: borrowing TextStream.Chunk) { count += chunk.matches.count }
    try stream.append(pool.scan(Array("CREATE TABLE t (id int, phone text);\n".utf8)), take)
    try stream.append(pool.scan(Array("nothing\nINSERT INTO t VALUES (1,'2125550147');\n".utf8)), take)
    try stream.finish(take)
    #expect(count == 1)
  }
}

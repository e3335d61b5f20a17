public import Model
public import PCRE2

/// One rule: what it finds, how it is found fast, and what proves a match.
///
/// A class, because the engine looks at rules for every candidate and copying this many fields would cost more than the
/// match; it never changes.
public final class Rule: Sendable {
  /// The unique name, such as `telecom.sip.identity`.
  public let id: String
  /// What the rule finds, in a few words.
  public let title: String
  /// The kind of data.
  public let category: Category
  /// The truth: what is replaced is the group `value`, else the whole match.
  public let pattern: Pattern
  /// What the whole value must look like, besides; nil when the pattern says it all.
  public let valuePattern: Pattern?
  /// What makes the pattern worth trying on a line; both lists empty means every line.
  public let gates: [Gate]
  /// The names of the keys, as the pack writes them; empty for a rule with a pattern of its own.
  public let keyNames: [String]
  /// The checks a value must pass.
  public let validators: [Validator]
  /// What must and what must not stand near the value.
  public let context: Context
  /// How sure a match is.
  public let confidence: Confidence
  /// What becomes of the value.
  public let action: Action
  /// Whether a match opens a block of lines that `end` closes.
  public let block: Block?
  /// How many lines below the one with the gate the pattern sees.
  public let lines: Int
  /// Where the format is defined: an RFC, an ISO standard, a vendor's page.
  public let source: String?
  /// Examples that prove the rule.
  public let samples: Samples
  /// The file the rule stands in.
  public let file: String
  /// The line the rule starts at.
  public let line: Int

  init(
    id: String, title: String, category: Category, pattern: Pattern, valuePattern: Pattern?, gates: [Gate],
    keyNames: [String],
    validators: [Validator], context: Context, confidence: Confidence, action: Action, block: Block?, lines: Int,
    source: String?,
    samples: Samples, file: String, line: Int
  ) {
    self.id = id
    self.title = title
    self.category = category
    self.pattern = pattern
    self.valuePattern = valuePattern
    self.gates = gates
    self.keyNames = keyNames
    self.validators = validators
    self.context = context
    self.confidence = confidence
    self.action = action
    self.block = block
    self.lines = lines
    self.source = source
    self.samples = samples
    self.file = file
    self.line = line
  }

  /// Whether the rule only says which value belongs to which key, in its groups `value` and `key`.
  ///
  /// What the two mean is left to the rules with `keys`.
  public var isNotation: Bool { pattern.hasKeyGroup }

  /// The same rule tried on every line, to prove that its gates lose nothing.
  public func withoutGates() -> Rule {
    Rule(
      id: id, title: title, category: category, pattern: pattern, valuePattern: valuePattern, gates: [],
      keyNames: keyNames,
      validators: validators, context: context, confidence: confidence, action: action, block: block, lines: lines,
      source: source,
      samples: samples, file: file, line: line)
  }

  /// The same rule with another action.
  public func acting(_ action: Action) -> Rule {
    Rule(
      id: id, title: title, category: category, pattern: pattern, valuePattern: valuePattern, gates: gates,
      keyNames: keyNames,
      validators: validators, context: context, confidence: confidence, action: action, block: block, lines: lines,
      source: source,
      samples: samples, file: file, line: line)
  }

  /// What makes a rule worth trying.
  public struct Gate: Sendable, Hashable {
    /// What must be found.
    public enum Mark: Sendable, Hashable {
      /// These bytes, the case of ASCII letters ignored.
      case literal([UInt8])
      /// The same, where no letter or digit goes on before or behind them.
      case word([UInt8])
      /// A sequence of byte classes.
      case shape(Shape)
      /// A key's name or part of it, in lower case and without the joints between its words; whether the name starts and
      /// ends with it.
      case key([UInt8], isStart: Bool, isEnd: Bool)
    }

    /// What must be found.
    public let mark: Mark
    /// How many bytes before the end of the mark a match starts at most, and never after it; nil when unknown, then the
    /// whole line is searched.
    public let reach: Int?

    init(_ mark: Mark, reach: Int?) {
      self.mark = mark
      self.reach = reach
    }
  }

  /// Words near a value that speak for or against it; ASCII case is ignored.
  public struct Context: Sendable, Hashable {
    /// At least one of these must be near; none listed means no demand.
    public var near: [[UInt8]] = []
    /// None of these may be near.
    public var notNear: [[UInt8]] = []
    /// How far "near" is, in bytes before the value and after it, on the same line.
    public var within = 64
  }

  /// A secret of many lines, found by its first and last line.
  public struct Block: Sendable {
    /// What closes the block.
    public let end: Pattern
    /// The longest block, in bytes; a block without end is taken line by line up to this.
    public let limit: Int
  }
}

/// The checks that decide whether digits and letters are what their shape says: a closed list.
public enum Validator: String, Sendable, Hashable, CaseIterable {
  /// A payment card number: issuer prefix, length, and the check digit of ISO/IEC 7812-1 (Luhn).
  case card
  /// The check digit of ISO/IEC 7812-1 alone.
  case luhn
  /// An IBAN: the country's length and the check digits of ISO 13616 (ISO 7064 mod 97-10).
  case iban
  /// A US social security number that can have been issued (SSA: no 000, 666, 9xx; no 00; no 0000).
  case ssn
  /// An IPv4 address that names a host: not unspecified, loopback, broadcast, a netmask or multicast.
  case ipv4
  /// An IPv6 address that names a host: not unspecified, loopback or multicast.
  case ipv6
  /// A hardware address that is neither all zeros nor all ones.
  case mac
  /// A telephone number with 7 to 15 digits (ITU-T E.164) that are not all the same.
  case phone
  /// A ten-digit number of the North American Numbering Plan.
  case nanp
  /// Many different characters, letters mixed with digits or cases, as in a secret.
  case entropy
  /// A US individual taxpayer number (IRS: 9xx, groups 50-65, 70-88, 90-92, 94-99).
  case usITIN = "us-itin"
  /// A Canadian social insurance number (Luhn; no leading 0 or 8).
  case canadianSIN = "ca-sin"
  /// A UK national insurance number (HMRC: prefixes in use, suffix A to D).
  case britishNINO = "gb-nino"
  /// A Spanish DNI or NIE (control letter, modulo 23).
  case spanishDNI = "es-dni"
  /// An Italian codice fiscale (control letter, DM 12 March 1974).
  case italianCF = "it-cf"
  /// A German tax number for life (ISO 7064 MOD 11,10).
  case germanTax = "de-tax"
  /// A French NIR with key (modulo 97).
  case frenchNIR = "fr-nir"
  /// A Polish PESEL (date, weights 1-3-7-9).
  case polishPESEL = "pl-pesel"
  /// A Dutch BSN (eleven-test).
  case dutchBSN = "nl-bsn"
  /// A Swedish personal number (date, Luhn).
  case swedishPIN = "se-pnr"
  /// A Finnish HETU (date, modulo 31).
  case finnishHETU = "fi-hetu"
  /// A Danish CPR number (date).
  case danishCPR = "dk-cpr"
  /// A Belgian national register number (modulo 97).
  case belgianNN = "be-nn"
  /// A Portuguese NIF of a person (modulo 11).
  case portugueseNIF = "pt-nif"
  /// A Swiss AHV number (756, EAN-13).
  case swissAHV = "ch-ahv"
  /// An Austrian social insurance number (modulo 11).
  case austrianSVNR = "at-svnr"
  /// A Norwegian birth number (two check digits, modulo 11).
  case norwegianFNR = "no-fnr"
  /// An Icelandic kennitala (date, modulo 11).
  case icelandicKT = "is-kt"
  /// A Czech or Slovak birth number (date, divisible by 11).
  case czechRC = "cz-rc"
  /// A Romanian CNP (date, modulo 11).
  case romanianCNP = "ro-cnp"
  /// A Bulgarian EGN (date, modulo 11).
  case bulgarianEGN = "bg-egn"
  /// A Croatian OIB (ISO 7064 MOD 11,10).
  case croatianOIB = "hr-oib"
  /// A JMBG of the states that were Yugoslavia (date, modulo 11).
  case jmbg
  /// An Estonian or Lithuanian personal code (date, modulo 11).
  case balticCode = "baltic"
  /// A Greek AMKA (date, Luhn).
  case greekAMKA = "gr-amka"
  /// An Irish PPS number (modulo 23).
  case irishPPS = "ie-pps"
  /// A Russian SNILS (modulo 101).
  case russianSNILS = "ru-snils"
  /// A Turkish identity number (two check digits).
  case turkishTC = "tr-tc"
  /// A Brazilian CPF (two check digits, modulo 11).
  case brazilianCPF = "br-cpf"
  /// A Chilean RUT (modulo 11).
  case chileanRUT = "cl-rut"
  /// An Argentine CUIT or CUIL (modulo 11).
  case argentineCUIT = "ar-cuit"
  /// A Mexican CURP (weights 18 to 2).
  case mexicanCURP = "mx-curp"
  /// An Ecuadorian or Dominican cedula (Luhn).
  case cedula
  /// An Australian tax file number (modulo 11).
  case australianTFN = "au-tfn"
  /// An Australian business number (modulo 89).
  case australianABN = "au-abn"
  /// A New Zealand IRD number (modulo 11).
  case newZealandIRD = "nz-ird"
  /// An Indian Aadhaar number (Verhoeff).
  case aadhaar = "in-aadhaar"
  /// A Singapore NRIC or FIN (control letter).
  case singaporeNRIC = "sg-nric"
  /// A Korean resident registration number (date, modulo 11).
  case koreanRRN = "kr-rrn"
  /// A Chinese resident identity number (GB 11643).
  case chineseID = "cn-id"
  /// A Hong Kong identity card number (modulo 11).
  case hongKongID = "hk-id"
  /// A Taiwanese identity number (modulo 10).
  case taiwaneseID = "tw-id"
  /// A Thai identity number (modulo 11).
  case thaiID = "th-id"
  /// A Japanese individual number (modulo 11).
  case japaneseMyNumber = "jp-my-number"
  /// An Israeli identity number (Luhn).
  case israeliID = "il-id"
  /// A South African identity number (date, Luhn).
  case southAfricanID = "za-id"
  /// An Emirates identity number (784, Luhn).
  case emiratesID = "ae-id"
  /// An NHS number (modulo 11).
  case nhs
  /// An Australian Medicare card number (modulo 10).
  case medicare = "au-medicare"
  /// A US national provider identifier (Luhn behind 80840).
  case npi = "us-npi"
  /// A US bank routing number (ABA, weights 3-7-1).
  case routing = "us-routing"
  /// An IMEI (3GPP TS 23.003, Luhn).
  case imei
  /// An ICCID (ITU-T E.118, Luhn).
  case iccid
  /// A vehicle identification number with a check digit (49 CFR 565).
  case vin
  /// A passport's machine-readable line (ICAO 9303, weights 7-3-1).
  case passportZone = "mrz"
  /// A bech32 or bech32m address (BIP 173, BIP 350).
  case bech32
  /// Two numbers that can be latitude and longitude.
  case position
}

/// Examples inside a rule.
public struct Samples: Sendable {
  /// Texts in which the rule must find exactly the marked spans.
  public var match: [Sample] = []
  /// Texts in which the rule must find nothing.
  public var reject: [Sample] = []
}

/// An example text, with `⟦` and `⟧` around the spans that must be found.
public struct Sample: Sendable {
  /// The text without the marks.
  public let text: [UInt8]
  /// The marked spans, in bytes.
  public let spans: [Range<Int>]
  /// The line in the pack.
  public let line: Int

  struct Invalid: Error { let reason: String }

  init(_ marked: String, line: Int) throws(Invalid) {
    self.line = line
    var text: [UInt8] = []
    var spans: [Range<Int>] = []
    var start: Int? = nil
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        guard start == nil else { throw Invalid(reason: "has '⟦' inside '⟦'") }
        start = text.count
      case "⟧":
        guard let from = start else { throw Invalid(reason: "has '⟧' without '⟦'") }
        spans.append(from..<text.count)
        start = nil
      default: text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    guard start == nil else { throw Invalid(reason: "has '⟦' without '⟧'") }
    self.text = text
    self.spans = spans
  }
}

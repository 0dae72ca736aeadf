import Samtale
import Testing

@Suite struct StudyValueTests {
  @Test func theBytesAreCanonical() {
    let value = Value.object([
      "b": .list([.number(-12), .flag(true), .null, .flag(false)]), "a": .text("å"),
      "Z": .object([:]), "é": .list([]), "aa": .number(0),
    ])
    #expect(value.jsonText == #"{"Z":{},"a":"å","aa":0,"b":[-12,true,null,false],"é":[]}"#)
  }

  @Test func onlyDemandedEscapesAreWritten() {
    let text = "\"\\/\n\r\t\u{8}\u{C}\u{0}\u{1F}\u{7F}\u{2028}😀"
    #expect(
      Value.text(text).jsonText
        == #""\"\\/\n\r\t\u0008\u000c\u0000\u001f"# + "\u{7F}\u{2028}😀\"")
  }

  @Test(arguments: [
    (#""\u00e5""#, "å"), (#""\u00E5\b\f\n\r\t\/\\\"""#, "å\u{8}\u{C}\n\r\t/\\\""),
    (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00x""#, "😀x"), (#""\u0000""#, "\0"),
    (#""\uffff""#, "\u{FFFF}"), (#" "a" "#, "a"),
  ])
  func escapesAreRead(_ json: String, _ text: String) throws {
    #expect(try Value(json: json) == .text(text))
  }

  @Test func numbersAreReadToTheirLimits() throws {
    #expect(try Value(json: "9223372036854775807") == .number(.max))
    #expect(try Value(json: "-9223372036854775808") == .number(.min))
    #expect(try Value(json: "-0") == .number(0))
  }

  @Test func compositionIsKeptAsItIs() throws {
    for text in ["\u{E5}", "a\u{30A}"] {
      #expect(try Array(Value(json: "\"\(text)\"").text?.utf8 ?? "".utf8) == Array(text.utf8))
    }
  }

  @Test(arguments: [
    ("", 1), ("tru", 1), ("nulL", 1), ("x", 1), ("+1", 1), ("[1 2]", 4), ("[1,]", 4),
    ("{\"a\" 1}", 6), ("{a:1}", 2), ("{\"a\":1,}", 8), ("{\"a\":1", 7), ("[1", 3), ("1 2", 3),
    ("\"abc", 5), ("\"a\nb\"", 3), ("\"a\tb\"", 3), ("\"\u{1F}\"", 2),
  ])
  func errorsNameTheirColumn(_ json: String, _ column: Int) {
    #expect {
      try Value(json: json)
    } throws: {
      ($0 as? ValueTextError)?.column == column
    }
  }

  @Test(arguments: [
    "1.5", "1e3", "1E3", "1.0", "9223372036854775808", "-9223372036854775809", "-", "--1", "01",
    "-01", #""\u+12f""#, #""\u-12f""#, #""\u-000""#, #""\u12""#, #""\u12g4""#, #""\ud83d""#,
    #""\ude00""#, #""\ud83d\ud83d""#, #""\ud83dx""#, #""\ud83d\n""#, #""\x""#, #""\"#, #""\"#,
    #"{"a":1,"a":1}"#, #"{"a":1,"\u0061":2}"#,
  ])
  func whatIsNotWrittenHereIsRefused(_ json: String) {
    #expect(throws: ValueTextError.self) { try Value(json: json) }
  }

  @Test func brokenUTF8IsRefused() {
    #expect(throws: ValueTextError.self) { try Value(json: [0x22, 0xC3, 0x22]) }
    #expect(throws: ValueTextError.self) { try Value(json: [0x22, 0xED, 0xA0, 0x80, 0x22]) }
  }

  @Test func depthIsBounded() throws {
    let nested = { (depth: Int) in
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try Value(json: nested(64)).jsonText == nested(64))
    #expect(throws: ValueTextError.self) { try Value(json: nested(65)) }
    #expect(throws: ValueTextError.self) {
      try Value(json: String(repeating: "[", count: 1_000_000))
    }
  }

  @Test func randomValuesReturn() throws {
    var random = RandomGenerator(seed: 5)
    for _ in 0..<300 {
      let value = Self.value(depth: 0, &random)
      let read = try Value(json: value.json)
      #expect(read == value)
      #expect(read.json == value.json)
    }
  }

  /// A random value.
  static func value(depth: Int, _ random: inout RandomGenerator) -> Value {
    switch Int.random(in: 0..<(depth < 4 ? 6 : 4), using: &random) {
    case 0: return .null
    case 1: return .flag(Bool.random(using: &random))
    case 2: return .number(Int(truncatingIfNeeded: random.next()))
    case 3: return .text(text(&random))
    case 4:
      return .list(
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in value(depth: depth + 1, &random) })
    default: return .object(fields(depth: depth + 1, &random))
    }
  }

  static func fields(depth: Int, _ random: inout RandomGenerator) -> Fields {
    var fields: Fields = [:]
    for _ in 0..<Int.random(in: 0..<4, using: &random) {
      fields[text(&random)] = value(depth: depth, &random)
    }
    return fields
  }

  static func text(_ random: inout RandomGenerator) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "Z", "å", "\u{30A}", "\"", "\\", "/", "\n", "\0", "\u{1F}", "😀", "\u{FFFF}", " ", "{",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0..<6, using: &random) {
      text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
    }
    return text
  }
}

import Foundation
import Samtale
import SamtaleFormats
import Testing

/// What the W3C's own tests (web-platform-tests) say of WebVTT files against what is read here. The
/// files are no part of the project.
@Suite(.enabled(if: ReferenceFiles.areThere("webvtt/w3c"), ReferenceFiles.whySkipped))
struct WebPlatformTests {
  private static let files = "webvtt/w3c/test/wpt-file-parsing"
  private static let texts = "webvtt/w3c/test/wpt-cue-parsing"

  private static func name(_ path: String) -> String {
    String(path.split(separator: "/").last?.split(separator: ".").first ?? "")
  }

  // MARK: Files

  /// 37 of 37 files agree: 132 of 132 checks of the number of cues, their times, identifiers and
  /// text. The other 309 checks are of the look of cues (position, size, region), of which nothing is
  /// kept.
  @Test func filesHoldTheCuesThatTheChecksExpect() throws {
    var (scripts, agreed, ofDisplay) = (0, 0, 0)
    var failed: [String: [String]] = [:]
    var guessed: [String: Int] = [:]
    for path in ReferenceFiles.paths(in: Self.files, "js") {
      let script = String(decoding: try ReferenceFiles.bytes(path), as: UTF8.self)
      let file = WebVTTFile(SourceText(try ReferenceFiles.bytes(path.dropLast(2) + "vtt")))
      let outcome = try CueScript.run(script, on: file.cues.filter { !$0.isIrregular })
      let name = Self.name(path)
      scripts += 1
      agreed += outcome.agreed
      ofDisplay += outcome.ofDisplay
      if !outcome.failed.isEmpty { failed[name] = outcome.failed }
      let guesses = file.cues.count(where: \.isIrregular)
      if guesses > 0 { guessed[name] = guesses }
    }
    #expect(scripts == 37)
    #expect(agreed == 132)
    #expect(ofDisplay == 309)
    #expect(failed == [:])
    // The W3C's parser drops cues whose times are not written as they must be. Here their words are
    // kept and the times are reported as a guess; the checks above pass over them.
    #expect(
      guessed == [
        "nulls": 12, "timings-60": 4, "timings-garbage": 13, "timings-too-long": 8,
        "timings-too-short": 17,
      ])
  }

  @Test(arguments: [
    ("assert_equals(cues.length, 1);", "number(2.0) where number(1.0) should be"),
    ("assert_equals(cues[1].id, 'b');", #"text("") where text("b") should be"#),
    ("assert_equals(cues[2].startTime, 0);", "missing where number(0.0) should be"),
    (
      "[1, 3].forEach(function(end, i) { assert_equals(cues[i].endTime, end, 'cue ' + i); });",
      "number(2.0) where number(3.0) should be"
    ),
    (
      "for (var i = 0; i < cues.length; i++) { assert_equals(cues[i].text, 'text' + i); }",
      #"text("more") where text("text1") should be"#
    ),
  ])
  func aCheckThatDoesNotHoldIsSeen(_ script: String, _ failure: String) throws {
    let file = WebVTTFile(
      SourceText(
        Array("WEBVTT\n\n00:00.000 --> 00:01.000\ntext0\n\n00:01.000 --> 00:02.000\nmore\n".utf8)))
    #expect(try CueScript.run(script, on: file.cues).failed == [failure])
    #expect(throws: CueScript.NotUnderstood.self) {
      try CueScript.run("assert_throws(cues);", on: file.cues)
    }
  }

  // MARK: Text of cues

  /// A cue with the tree that the W3C's parser makes of it.
  private struct Case: Decodable {
    var text: String
    var expectedTree: String
  }

  /// What a cue says: its words, readings above them, who speaks, and times inside.
  private struct Content: Equatable {
    var words = ""
    var readings: [String] = []
    var voices: [String] = []
    var seconds: [Double] = []
  }

  /// 55 of 77 texts agree in words, readings, voices and times inside. The others do not on purpose:
  /// - A bracket that begins no tag that is known, or is not closed, is dropped by the W3C's parser
  ///   with what follows it. Here it stays as words: somebody may have said them.
  /// - Where an end tag lies across others (`<rt><b>test</rt>`) the W3C's parser passes over it. Here
  ///   it ends what it names.
  /// - Names of mathematical signs are not known and stay as they are written.
  /// - A time in a cue without words (`<00:00.500`) belongs to nothing and is left out.
  @Test func cuesSayWhatTheTreesExpect() throws {
    var compared = 0
    var different: [String: [String]] = [:]
    for path in ReferenceFiles.paths(in: Self.texts, "json") {
      let cases = try JSONDecoder().decode([Case].self, from: Data(try ReferenceFiles.bytes(path)))
      for item in cases {
        compared += 1
        if Self.content(ofCue: item.text) != Self.content(ofTree: item.expectedTree) {
          different[Self.name(path), default: []].append(
            item.text.trimmingCharacters(in: .newlines))
        }
      }
    }
    #expect(compared == 77)
    #expect(
      different == [
        "entities": ["&<", "&<c", "&ClockwiseContourIntegral;", "&nsubE;"],
        "tags": ["<", "<<", "<\t", "<", "< ", "<.", "<c.", "</", "<c></\nc>x"],
        "timestamps": [
          "<0", "<0.500", "<0:00.500", "<00:\u{0}00:00.500>", "<00:00.500", "<00:00:00.500",
        ],
        "tree-building": [
          "<ruby>test<rt><b>test</rt></ruby>test", "<ruby>test<rt><b>test</ruby>test",
          "<ruby>test<rt><b>test</rt></ruby></b>test",
        ],
      ])
  }

  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What a tree says, printed as the tests print it: `| <span>`, and below it `|   title="Anna"`.
  private static func content(ofTree tree: String) -> Content {
    var content = Content()
    // The elements that are open, from the outermost.
    var open: [String] = []
    for line in ("\n" + tree).components(separatedBy: "\n|").dropFirst() {
      let depth = (line.prefix { $0 == " " }.count - 1) / 2
      let item = line.drop { $0 == " " }.trimmingCharacters(in: .newlines)
      let value = String(item.drop { $0 != "\"" }.dropFirst().dropLast())
      open.removeSubrange(min(depth, open.count)...)
      if item.hasPrefix("\"") {
        if open.contains("<rt>") { content.readings.append(value) } else { content.words += value }
      } else if item.hasPrefix("<?timestamp ") {
        content.seconds.append(seconds(item.dropFirst(12).dropLast()))
      } else if item.hasPrefix("<") {
        open.append(item)
      } else if item.hasPrefix("title="), !value.isEmpty {
        content.voices.append(value)
      }
    }
    content.words = plain(content.words)
    return content
  }

  /// Seconds of `hh:mm:ss.ttt`.
  private static func seconds(_ time: some StringProtocol) -> Double {
    time.split(separator: ":").reduce(0) { $0 * 60 + (Double($1) ?? .nan) }
  }

  /// What is read of a file with one cue.
  private static func content(ofCue text: String) -> Content {
    var options = ImportOptions()
    options.unvoiced = .unknown
    let file = "WEBVTT\n\n00:00.000 --> 999:00:00.000\n\(text)\n"
    let transcript = imported(file, named: "cue.vtt", options: options).transcript
    var content = Content()
    for utterance in transcript.map({ Array($0.utterances) }) ?? [] {
      content.words += utterance.text
      content.voices += utterance.speakers.compactMap { transcript?.participants[$0].label }
    }
    for mark in transcript?.marks ?? [] {
      if mark.kind == .note, mark.type == "reading" { content.readings.append(mark.text) }
      if mark.kind == .anchor, let time = mark.start(in: transcript) {
        content.seconds.append(time)
      }
    }
    content.words = plain(content.words)
    return content
  }
}

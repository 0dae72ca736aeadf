@testable import Samtale
import SamtalePublishing
import Testing

@Suite struct HTMLDocumentTests {
  private func html(_ document: Document) throws -> String {
    String(decoding: try document.rendered(as: .html).bytes, as: UTF8.self)
  }

  /// What stands between the tags of `main`.
  private func body(_ blocks: Document.Block..., title: String = "") throws -> String {
    let text = try html(Document(title: title, blocks: blocks))
    return String(text.split(separator: "<main>\n")[1].split(separator: "</main>")[0])
  }

  @Test func pagesAreWellFormedAndHoldNoScript() throws {
    let text = try html(DocumentSamples.everything)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    #expect(WellFormed.problems(Array(text.utf8.drop { $0 != 10 })) == [])
    #expect(!text.contains("<script") && !text.contains("<link") && !text.contains("src="))
    let hostile = try html(Document(title: "", language: "e\" onload=", blocks: []))
    #expect(hostile.contains("<html lang=\"eonload\">"))
  }

  @Test func runningText() throws {
    #expect(
      try body(
        .heading(level: 1, ["A & b"], id: "a"),
        .paragraph([
          .emphasis(["<e>"]), .strong(["s"]), .superscript(["2"]), .code("c"), .lineBreak,
          .link(["up"], to: "#a"), .link(["out"], to: "https://example.org/?a&b\""),
          .link(["bad"], to: "javascript:alert(1)"), .footnote(["n"]),
        ]),
        .quotation([["q"]]), title: "T")
          == """
          <h1>T</h1>
          <h2 id="a">A &amp; b</h2>
          <p><em>&lt;e&gt;</em><strong>s</strong><sup>2</sup><code>c</code><br/>\
          <a href="#a">up</a><a href="https://example.org/?a&amp;b&quot;">out</a>bad\
          <sup><a id="footnote-1-mark" href="#footnote-1" role="doc-noteref">1</a></sup></p>
          <blockquote>
          <p>q</p>
          </blockquote>
          <aside class="footnotes" role="doc-endnotes" aria-label="Notes">
          <ol>
          <li id="footnote-1">n <a href="#footnote-1-mark" role="doc-backlink" \
          aria-label="Back to the text">\u{21A9}\u{FE0E}</a></li>
          </ol>
          </aside>

          """)
  }

  @Test func tables() throws {
    #expect(
      try body(.table(TableSamples.speech)) == """
        <figure class="table">
        <div class="scroll">
        <table>
        <caption><b>Table 1.</b> Speech per speaker</caption>
        <thead><tr><th scope="col">Speaker</th><th scope="col" class="number">Words</th>\
        <th scope="col" class="number">Mean length (words)</th>\
        <th scope="col" class="number">Share</th><th scope="col" class="number">Speaking time</th>\
        </tr></thead>
        <tbody>
        <tr><th scope="row">Åse</th><td class="number">120</td><td class="number">6.50</td>\
        <td class="number">60.0%</td><td class="number">1:02:05</td></tr>
        <tr><th scope="row">会話</th><td class="number">80</td><td class="number">4.13</td>\
        <td class="number">40.0%</td><td class="number">1:05</td></tr>
        <tr><th scope="row">Bo_1|x</th><td class="number">0</td><td class="number">–<sup>1</sup></td>\
        <td class="number">0.0%</td><td class="number">–<sup>2</sup></td></tr>
        <tr class="ruled"><th scope="row">All</th><td class="number">200</td>\
        <td class="number">5.25</td><td class="number">100.0%</td>\
        <td class="number">–<sup>2</sup></td></tr>
        </tbody>
        </table>
        </div>
        <div class="notes">
        <p><sup>1</sup> no turns</p>
        <p><sup>2</sup> no media</p>
        <p>Words are tokens without punctuation.</p>
        <p>Seed 1.</p>
        </div>
        </figure>

        """)
  }

  @Test func aTableByItselfIsAPage() {
    let page = TableSamples.speech.rendered(as: .html, decimalMark: .comma)
    #expect(page.contains("<title>Speech per speaker</title>"))
    #expect(page.contains("<td class=\"number\">6,50</td>"))
  }

  @Test func excerptsHaveRowsOfLabelAndWords() throws {
    let text = try body(.dialogue(DocumentSamples.sideBySide))
    #expect(
      text.contains(
        "<tr><td></td><th scope=\"col\">Original</th><th scope=\"col\">Translation</th></tr>"))
    #expect(text.contains("<tr><td colspan=\"1\"></td><td colspan=\"2\">…</td></tr>"))
    let lamp = try body(.dialogue(DocumentSamples.lamp))
    #expect(lamp.contains("<figure class=\"excerpt\" id=\"lamp\">"))
    #expect(lamp.contains("<blockquote style=\"--number: 3ch; --time: 5ch; --label: 12ch\">"))
    #expect(
      lamp.contains(
        "<p class=\"turn\"><span class=\"number\">20</span> <span class=\"time\">1:40</span> "
          + "<span class=\"label\"><strong>Wizard 10:</strong></span> <span class=\"words\">Mm.</span></p>"
      ))
  }

  @Test func drawingsKeepTheirNamesApart() throws {
    let text = try body(.figure(DocumentSamples.drawing()), .figure(DocumentSamples.drawing()))
    #expect(text.contains("aria-labelledby=\"figure-1-title\"><title id=\"figure-1-title\">"))
    #expect(text.contains("<use href=\"#figure-2-a\" x=\"30\"/>"))
    #expect(text.contains("aria-label=\"Two &quot;boxes&quot; side by side\""))
    #expect(!text.contains("<?xml"))
  }
}

/// Reads XML with the library's parser and keeps what is wrong with it.
struct WellFormed: XMLEventHandler {
  private var found: [String] = []

  static func problems(_ bytes: [UInt8]) -> [String] {
    var handler = WellFormed()
    XMLParser.parse(bytes: bytes, vocabulary: [], handler: &handler)
    return handler.found
  }

  mutating func startElement(_ tag: XMLStartTag) {}
  mutating func endElement() {}
  mutating func characters(_ bytes: XMLBytes, at context: UnsafeMutablePointer<XMLContext>) {}
  mutating func problem(_ problem: XMLProblem) { found.append("\(problem)") }
}

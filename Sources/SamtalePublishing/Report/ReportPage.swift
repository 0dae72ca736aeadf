import Samtale

/// Writes a report as one HTML page.
struct ReportPage {
  let report: Report
  let roles: RolePalette
  private let sections: [ReportSection]
  private var sets: [String] = []
  private var numbers: [String: Int] = [:]
  private var tables = 0
  private var figures = 0

  init(_ report: Report) {
    self.report = report
    roles = report.palette
    sections = report.sections
  }

  var text: String {
    var page = self
    return page.written()
  }

  private mutating func written() -> String {
    let title = MarkupText.escaped(report.options.title)
    let body = sections.flatMap { section($0) }
    let lines =
      head(title)
      + ["<body>", "<a class=\"skip\" href=\"#main\">To the content</a>"] + top(title)
      + ["<main id=\"main\">"] + overview + body + transcripts + methods + ["</main>"]
      + panel + data + ["<script>", PageResources.script, "</script>", "</body>", "</html>"]
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: Head

  private func head(_ title: String) -> [String] {
    [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        + "style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta name=\"referrer\" content=\"no-referrer\">", "<title>\(title)</title>",
      "<style>", PageResources.style, Self.figureStyle, "</style>",
      // Before anything is drawn, so that nothing flickers.
      "<script>document.documentElement.classList.add('js');"
        + "try{document.documentElement.dataset.theme=localStorage.getItem('samtale-theme')||''}"
        + "catch(e){}</script>",
      "</head>",
    ]
  }

  /// Figures are light on dark where the page is.
  private static let figureStyle: String = {
    let rules = Figure.darkStyle.split(separator: "\n").map(String.init)
    let chosen = rules.map { ":root[data-theme=\"dark\"] " + $0 }
    let preferred = rules.map { ":root:not([data-theme=\"light\"]) " + $0 }
    return (chosen + ["@media screen and (prefers-color-scheme: dark) {"] + preferred + ["}"])
      .joined(separator: "\n")
  }()

  private func top(_ title: String) -> [String] {
    let links =
      [("overview", "Overview")] + sections.map { ($0.id, $0.title) }
      + [("meetings", "Transcripts"), ("methods", "How it was counted")]
    return ["<header>", "<h1>\(title)</h1>", "<nav aria-label=\"Contents\"><ul>"]
      + links.map { "<li><a href=\"#\($0)\">\(MarkupText.escaped($1))</a></li>" }
      + [
        "</ul></nav>", "<div class=\"tools\" role=\"toolbar\" aria-label=\"Page\">",
        "<form id=\"search\" role=\"search\"><input type=\"search\" "
          + "aria-label=\"Search the transcripts\" placeholder=\"Search the transcripts\">"
          + "<button>Search</button></form>",
        "<button id=\"theme\" type=\"button\">Dark</button>",
        "<label><input type=\"checkbox\" id=\"with-transcripts\"> print transcripts</label>",
        "<button id=\"print\" type=\"button\">Print</button>", "</div>", "</header>",
      ]
  }

  // MARK: Sections

  private mutating func section(_ section: ReportSection) -> [String] {
    var lines = [
      "<section id=\"\(section.id)\">", "<h2>\(MarkupText.escaped(section.title))</h2>",
    ]
    var notes = SaidNotes()
    for block in section.blocks {
      switch block {
      case .text(let text): lines.append("<p>\(MarkupText.escaped(text))</p>")
      case .heading(let text): lines.append("<h3>\(MarkupText.escaped(text))</h3>")
      case .markup(let markup): lines.append(markup)
      case .table(var linked):
        linked.table.notes = notes.unsaid(linked.table.notes, in: "Table \(tables + 1)")
        lines += table(linked)
      case .figure(let figure):
        figures += 1
        var shown = figure
        shown.notes = notes.unsaid(figure.notes, in: "Figure \(figures)")
        lines += drawing(shown, name: "figure-\(figures)", number: figures)
      }
    }
    return lines + ["</section>"]
  }

  /// A table; one with very many columns is closed, behind what it holds.
  private mutating func table(_ linked: LinkedTable) -> [String] {
    tables += 1
    let keys = linked.table.shown(to: .people).columns.map(\.key)
    var html = HTMLTable(
      table: linked.table.shownInDocument(.point), name: "Table \(tables)")
    var cells: [LinkedTable.Place: (String, String)] = [:]
    // In the order of the table, so that the page is the same each time.
    for row in linked.table.rows.indices {
      for column in keys {
        let place = LinkedTable.Place(row: row, column: column)
        if let evidence = linked.links[place] {
          cells[place] = (
            "<button type=\"button\" data-set=\"\(number(evidence))\">", "</button>"
          )
        } else if let address = linked.addresses[place] {
          cells[place] = ("<a href=\"#\(ReportPlaces.fragment(address))\">", "</a>")
        }
      }
    }
    html.isParted = false
    html.around = { row, column in cells[LinkedTable.Place(row: row, column: keys[column])] }
    guard keys.count > Self.widest else { return html.lines }
    let title = MarkupText.escaped(linked.table.title)
    return [
      "<details class=\"wide\"><summary>\(title): \(keys.count) columns</summary>"
    ] + html.lines + ["</details>"]
  }

  /// Tables with more columns are closed at first.
  static let widest = 24

  private mutating func number(_ evidence: Evidence) -> Int {
    let encoded = evidence.encoded
    if let known = numbers[encoded] { return known }
    sets.append(encoded)
    numbers[encoded] = sets.count - 1
    return sets.count - 1
  }

  // MARK: Overview

  private var overview: [String] {
    let facts = ReportFacts(report).overview.map { name, value in
      "<div><dt>\(MarkupText.escaped(name))</dt><dd>\(MarkupText.escaped(value))</dd></div>"
    }
    let heard = Set(report.meetings.flatMap(\.turnTaking.parties).map(\.name))
    let key = roles.roles.filter(heard.contains).map { name in
      "<li class=\"k \(roles.look(of: name).name)\">"
        + "\(MarkupText.escaped(ReportFacts(report).role(name)))</li>"
    }
    return [
      "<section id=\"overview\">", "<h2>Overview</h2>", "<dl class=\"facts\">",
    ] + facts + ["</dl>", "<ul class=\"roles\" aria-label=\"Colours of roles\">"] + key
      + [
        "</ul>",
        "<p class=\"js-only\">Numbers that are underlined open the turns behind them. "
          + "<kbd>Esc</kbd> closes the list.</p>", "</section>",
      ]
  }

  // MARK: Transcripts

  private var transcripts: [String] {
    let isDrawn = report.places.turnCount <= Self.mostTurnsDrawn
    let note =
      "Timelines are left out, since there are more than \(Self.mostTurnsDrawn) turns: "
      + "samtale figure timeline draws one."
    return ["<section id=\"meetings\">", "<h2>Transcripts</h2>"]
      + (isDrawn ? [] : ["<p>\(note)</p>"])
      + report.meetings.indices.flatMap(transcript) + ["</section>"]
  }

  private func transcript(_ number: Int) -> [String] {
    let place = report.places.meetings[number]
    let meeting = report.meetings[number]
    let name = MarkupText.escaped(place.name)
    let facts = MarkupText.escaped(ReportFacts(report).meeting(meeting))
    return [
      "<details class=\"meeting\" id=\"\(MarkupText.escaped(place.slug))\" data-name=\"\(name)\">",
      "<summary><h3>\(name)</h3> <span>\(facts)</span></summary>",
      "<p class=\"file\">\(MarkupText.breakable(meeting.transcript.file))</p>",
    ] + timeline(number) + stripes(number)
      + ReportTranscript(report, number, roles).lines + ["</details>"]
  }

  private var methods: [String] {
    let facts = ReportFacts(report)
    return ["<section id=\"methods\">", "<h2>How it was counted</h2>"]
      + facts.methods.map { "<p>\(MarkupText.escaped($0))</p>" }
      + HTMLTable(table: facts.files.shownInDocument(.point), name: "Files", isParted: false).lines
      + ["</section>"]
  }

  // MARK: What scripts need

  private var panel: [String] {
    [
      "<aside id=\"panel\" role=\"dialog\" aria-labelledby=\"panel-title\" hidden>",
      "<div><h2 id=\"panel-title\" tabindex=\"-1\"></h2>"
        + "<button id=\"panel-close\" type=\"button\" aria-label=\"Close\">\u{00D7}</button></div>",
      "<ol></ol>", "<button id=\"panel-more\" type=\"button\" hidden></button>", "</aside>",
      "<div id=\"status\" role=\"status\"></div>",
    ]
  }

  private var data: [String] {
    let sets = sets.map { "\"\($0)\"" }.joined(separator: ",\n")
    let topics = report.meetings.indices.flatMap { topicRows($0) }.joined(separator: ",\n")
    let slugs = report.places.meetings.map {
      ScriptText.string($0.name) + ":" + ScriptText.string($0.slug)
    }
    return [
      "<script type=\"application/json\" id=\"data\">",
      "{\"sets\":[\(sets)],", "\"topics\":[\(topics)],",
      "\"slugs\":{\(slugs.joined(separator: ","))}}", "</script>",
    ]
  }

  /// For each topic: its name, the place where it begins, its last contribution (−1 for none).
  private func topicRows(_ number: Int) -> [String] {
    let analysis = report.meetings[number].topics
    return analysis.segments.map { segment in
      let last = segment.contributions.last.map { report.places.contribution(number, $0) } ?? -1
      let name = "\(segment.index + 1) \(segment.topic.label)".trimmed
      return "[\(ScriptText.string(name)),"
        + "\(ScriptText.string(report.places.anchor(number, topic: segment.index))),\(last)]"
    }
  }
}

/// Text inside a script element: JSON that cannot end the element.
enum ScriptText {
  /// A JSON string without `<`, `>`, `&` and line separators.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

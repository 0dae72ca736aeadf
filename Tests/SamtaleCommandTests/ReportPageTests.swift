import Foundation
import Testing

/// The report in a browser: from a number to its turns, from a turn to its place, dark, search.
@Suite(.serialized, .enabled(if: Browser.isWanted))
struct ReportPageTests {
  /// Opens the report of two meetings and runs a test on it.
  private func page(_ test: (Browser) async throws -> Void) async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let meetings = ["team1-m1", "team1-m2"].map { "\(Command.corpus)/\($0).xml" }
    let result = try await Command.run(
      ["report", "-o", folder["report.html"]] + meetings + ReportTests.quick)
    try #require(result.status == 0, "\(result.errors)")
    let browser = try await Browser()
    do {
      try await browser.open(URL(filePath: folder["report.html"]))
      try await test(browser)
    } catch {
      await browser.quit()
      throw error
    }
    await browser.quit()
  }

  @Test func numbersOpenAsManyTurns() async throws {
    try await page { browser in
      #expect(try await browser.text("document.querySelector('#panel').hidden") == "true")
      for table in ["#participation", "#turn-taking", "#topics", "#uptake"] {
        let cell = "\(table) td button[data-set]"
        try await browser.click(cell)
        let shown = try await browser.text("document.querySelector('\(cell)').textContent")
        let listed = "document.querySelectorAll('#panel li').length"
        #expect(try await browser.text(listed) == shown, "\(table)")
        #expect(try await browser.text("document.querySelector('#panel').hidden") == "false")
      }
    }
  }

  /// Every cell that shows a whole number in a column of turns opens that many.
  @Test func allTurnCountsAgree() async throws {
    try await page { browser in
      let different = """
        [...document.querySelectorAll('td button[data-set]')].filter((cell) => {
          const td = cell.parentElement;
          const head = td.closest('table').tHead.rows[0].cells[td.cellIndex].textContent;
          if (!['turns', 'floors', 'times', 'questions asked', 'answers given', 'topics',
            'uptake known'].includes(head)) return false;
          cell.click();
          return document.querySelector('#panel').dataset.count !== cell.textContent;
        }).length + ' of ' + document.querySelectorAll('td button[data-set]').length
        """
      let answer = try await browser.text(different)
      #expect(answer.hasPrefix("0 of "), "\(answer)")
      #expect((Int(answer.dropFirst(5)) ?? 0) > 200, "\(answer)")
    }
  }

  @Test func turnsLeadToTheirPlace() async throws {
    try await page { browser in
      try await browser.click("#participation td button[data-set]")
      let link = "document.querySelector('#panel li a')"
      let place = try await browser.text("\(link).getAttribute('href').slice(1)")
      #expect(place.hasPrefix("team1-m1/u"))
      try await browser.click("#panel li a")
      let turn = "document.getElementById('\(place)')"
      #expect(try await browser.waits(until: "\(turn).classList.contains('hit')"))
      #expect(try await browser.text("\(turn).closest('details').open") == "true")
      let isSeen =
        "\(turn).getBoundingClientRect().top > 0 "
        + "&& \(turn).getBoundingClientRect().bottom < innerHeight"
      #expect(try await browser.waits(until: isSeen))
      let words = try await browser.text("\(turn).querySelector('p').textContent")
      #expect(try await browser.text("document.querySelector('#panel li p').textContent") == words)
    }
  }

  @Test func keysOpenAndClose() async throws {
    try await page { browser in
      let cell = "document.querySelector('#participation td button[data-set]')"
      _ = try await browser.text("\(cell).focus()")
      try await browser.press("\u{E007}")
      #expect(try await browser.waits(until: "!document.querySelector('#panel').hidden"))
      #expect(try await browser.text("\(cell).getAttribute('aria-expanded')") == "true")
      #expect(try await browser.text("document.activeElement.id") == "panel-title")
      try await browser.press("\u{E00C}")
      #expect(try await browser.waits(until: "document.querySelector('#panel').hidden"))
      #expect(try await browser.text("document.activeElement === \(cell)") == "true")
    }
  }

  @Test func figuresOpenTheirTurns() async throws {
    try await page { browser in
      _ = try await browser.text("document.querySelector('.meeting').open = true")
      let bar = "document.querySelector('.meeting .drawing [data-turns]')"
      _ = try await browser.text("\(bar).dispatchEvent(new MouseEvent('click', {bubbles: true}))")
      #expect(try await browser.text("document.querySelector('#panel').hidden") == "false")
      #expect(try await browser.text("document.querySelectorAll('#panel li').length") != "0")
    }
  }

  @Test func lightAndDark() async throws {
    try await page { browser in
      let ground = "getComputedStyle(document.body).backgroundColor"
      let before = try await browser.text(ground)
      try await browser.click("#theme")
      let after = try await browser.text(ground)
      #expect(Set([before, after]) == ["rgb(255, 255, 255)", "rgb(22, 24, 27)"])
      try await browser.click("#theme")
      #expect(try await browser.text(ground) == before)
    }
  }

  @Test func searchListsTurns() async throws {
    try await page { browser in
      _ = try await browser.text(
        "document.querySelector('#search input').value = 'GARDEN centre'")
      try await browser.click("#search button")
      let listed = try await browser.text(
        "[...document.querySelectorAll('#panel li p')].map((p) => p.textContent).join('|')")
      let turns = listed.split(separator: "|")
      #expect(turns.count > 0)
      for turn in turns { #expect(turn.lowercased().contains("garden centre"), "\(turn)") }
    }
  }
}

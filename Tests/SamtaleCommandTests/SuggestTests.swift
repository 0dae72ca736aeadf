import Testing

/// `samtale topics --suggest`: suggestions, never topics.
@Suite struct SuggestTests {
  @Test func asManyAsAskedFor() async throws {
    let result = try await Command.run([
      "topics", "--suggest", "--number", "6", "--format", "csv", Command.meeting,
    ])
    #expect(result.status == 0)
    let rows = result.output.split(whereSeparator: \.isNewline)
    // Six topics have five boundaries between them.
    #expect(rows.count == 1 + 5)
    #expect(rows.dropFirst().allSatisfy { $0.contains("team1-m1.xml:") })
  }

  @Test func theTableSaysWhatItIsWorth() async throws {
    let result = try await Command.run(["topics", "--suggest", Command.meeting])
    #expect(result.output.contains("Suggestions of a program, no topics: a person decides."))
  }

  @Test func aNumberNeedsSuggestions() async throws {
    let result = try await Command.run(["topics", "--number", "6", Command.meeting])
    #expect(result.status == 64)
    #expect(result.errors.contains("--number goes with --suggest"))
  }
}

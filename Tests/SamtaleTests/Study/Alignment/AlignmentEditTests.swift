import Samtale
import Testing

/// One kind of edit each; what is expected was written down by hand.
@Suite struct AlignmentEditTests {
  static let start = "a Shall we begin with the garden centre today?"
  static let end = "b Then the hours are what we have to talk about next."

  private func check(
    _ old: [String], _ new: [String], _ status: Placement.Status, _ similarity: Double,
    firstID: Int = 1, location: SourceLocation = #_sourceLocation
  ) throws {
    try MarkedTalk.check(
      [Self.start] + old + [Self.end], [Self.start] + new + [Self.end], status, similarity,
      firstID: firstID, location: location)
  }

  // MARK: Nothing happened to the passage

  @Test func theSameTranscript() throws {
    try check(["b I [dug till] noon."], ["b I [dug till] noon."], .unchanged, 1)
    try check(["b {I dug till noon.}"], ["b {I dug till noon.}"], .unchanged, 1)
    try check(["b I dug t[ill noo]n."], ["b I dug t[ill noo]n."], .unchanged, 1)
  }

  @Test func newIdentifiers() throws {
    try check(["b I [dug till] noon."], ["b I [dug till] noon."], .unchanged, 1, firstID: 501)
    try check(["b I [dug till] noon."], ["b I [dug till] noon."], .unchanged, 1, firstID: 2)
  }

  @Test func wordsBeforeAndAfter() throws {
    try check(
      ["b I dug [till noon] and left."], ["b Yesterday I dug [till noon] and left."], .unchanged, 1)
    try check(
      ["b I dug [till noon] and left."], ["b I dug [till noon] and then left."], .unchanged, 1)
    try check(
      ["b So I dug [till noon] and left."], ["b I dug [till noon] and left."], .unchanged, 1)
    try check(["b I dug [till noon] and left."], ["b I dug [till noon] and."], .unchanged, 1)
  }

  @Test func caseAndPunctuation() throws {
    try check(
      ["b i dug [till noon, then] left"], ["b I dug [till noon. Then] left."], .unchanged, 1)
    try check(["b {i dug till noon}"], ["b {I dug – till noon!}"], .unchanged, 1)
  }

  @Test func edgePunctuationStaysWithThePassage() throws {
    try check(
      [#"b She said ["I dug till noon."] Nothing else."#],
      ["b She said [“I dug till noon…”] Nothing else."], .unchanged, 1)
    try check(
      ["b I dug [till noon], then left."], ["b I dug [till noon]. Then left."], .unchanged, 1)
    try check(["b I dug [till noon...] then"], ["b I dug [till noon…] then"], .unchanged, 1)
    try check(["b I dug [till noon…] then"], ["b I dug [till noon...] then"], .unchanged, 1)
    try check(["b Yes. [(I dug) till] noon"], ["b Yes? [(I dug) till] noon."], .unchanged, 1)
  }

  @Test func apostrophesAndQuotes() throws {
    try check(
      ["b I don't [think it's \"odd\"] now."], ["b I don’t [think it’s “odd”] now."], .unchanged, 1)
  }

  @Test func composedAndDecomposed() throws {
    try check(
      ["b Det går, [så får vi] se på det."],
      ["b Det ga\u{30A}r, [sa\u{30A} fa\u{30A}r vi] se pa\u{30A} det."], .unchanged, 1)
    try check(["b Det er bl[åbæ]r her."], ["b Det er bl[a\u{30A}bæ]r her."], .unchanged, 1)
    try check(["b C’est un caf\u{65}\u{301} [noir.]"], ["b C'est un café [noir.]"], .unchanged, 1)
  }

  @Test func whiteSpace() throws {
    try check(["b I dug [till\u{A0}noon] then"], ["b I dug [till noon] then"], .unchanged, 1)
    try check(["b I dug[ till noon ]then, yes"], ["b I dug [till noon] then"], .unchanged, 1)
  }

  @Test func charactersBeyondTheBasicPlane() throws {
    try check(["b 👍👍 I dug [till noon 👍] then"], ["b 👍 I dug [till noon 👍] then."], .unchanged, 1)
  }

  // MARK: Words inside were edited

  @Test func typos() throws {
    // "nooon" to "noon": four letters of five.
    try check(["b I dug [till nooon] then."], ["b I dug [till noon] then."], .changed, 0.9)
    // Two letters changed places: two of three are where they were.
    try check(
      ["b I gardned [teh flowers] then."], ["b I gardned [the flowers] then."], .changed, 0.835)
    // A letter at the edge: to the word that was marked, the letter belongs.
    try check(["b I dug the [garden] then."], ["b I dug the [gardens] then."], .changed, 0.86)
    // The edge lies in a corrected word.
    try check(
      ["b I dug the flowr[bed] then."], ["b I dug the flower[bed] then."], .changed, 8.0 / 9)
    try check(
      ["b I dug the [flowr]bed then."], ["b I dug the [flower]bed then."], .changed, 8.0 / 9)
  }

  @Test func writtenWithoutSpaces() throws {
    // One letter of ten was exchanged, the passage is three letters of the run.
    try check(["b 昨日は庭で[花を植]えた。"], ["b 昨日は庭に[花を植]えた。"], .changed, 0.9)
    try check(["b 昨日は、[庭で]花を植えた。"], ["b 一昨日は、[庭で]花を植えた。"], .unchanged, 1)
  }

  @Test func wordsSplitAndJoined() throws {
    try check(["b I dug [alot there] then."], ["b I dug [a lot there] then."], .changed, 0.995)
    try check(["b I dug [a lot there] then."], ["b I dug [alot there] then."], .changed, 0.9933)
    try check(["b I dug a [lot there] then."], ["b I dug a[lot there] then."], .changed, 0.995)
  }

  @Test func wordsInserted() throws {
    try check(["b I [dug till noon] then."], ["b I [dug the beds till noon] then."], .changed, 1)
    // At the edge nobody can know; they do not belong.
    try check(["b I [dug till noon] then."], ["b I [dug till noon] yesterday then."], .unchanged, 1)
    try check(["b {I dug till noon.}"], ["b {So I dug till noon.}"], .changed, 1)
  }

  @Test func wordsDeleted() throws {
    try check(["b I [dug the beds till noon] then."], ["b I [dug till noon] then."], .changed, 0.6)
    try check(
      ["b I [dug the beds till noon] then."], ["b I [the beds till noon] then."], .changed, 0.8)
    try check(
      ["b I [dug the beds till noon] then."], ["b I [dug the beds till] then."], .changed, 0.8)
  }

  @Test func wordsExchanged() throws {
    try check(
      ["b I [dug the beds] then I left."], ["b I [dug the] borders then I left."], .changed, 0.667)
    // Nothing of it is left, though one knows where it was.
    try check(["b I dug the [beds] then I left."], ["b I dug the roses then I left."], .lost, 0)
    try check(
      ["b I [dug beds there noon] then I left."], ["b I slept dreaming noon then I left."], .lost, 0
    )
  }

  @Test func repeatedWordsAreNotGuessed() throws {
    try check(["b It was [very] very good there."], ["b It was very good there."], .lost, 0)
    try check(["b It was very [very good] there."], ["b It was [very good] there."], .changed, 1)
  }

  // MARK: Speakers

  @Test func anotherSpeaker() throws {
    try check(["b {I dug till noon.}"], ["c {I dug till noon.}"], .changed, 1)
    try check(["b I dug [till noon.]"], ["c I dug [till noon.]"], .changed, 1)
    try check(["b {Mm.}"], ["c {Mm.}"], .changed, 1)
  }
}

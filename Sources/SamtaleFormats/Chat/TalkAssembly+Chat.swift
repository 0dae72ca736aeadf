import Samtale

extension TalkAssembly {
  /// Reads a CHAT file (TalkBank's manual of 2024, https://talkbank.org/0info/manuals/CHAT.html).
  ///
  /// Each utterance is read by itself: what cannot be understood of one is reported and left out,
  /// the rest is kept. See ``ChatWord`` for how words are spelled. Beyond the words,
  /// - dependent tiers are layers under their names (`mor`); `%com` is a note, `%add` addressees,
  ///   `%eng` a translation;
  /// - special ends (`+/.`) and beginnings (`++`) are kept in layers `chat.terminator` and
  ///   `chat.linker`; `+<` is an overlap, `+^` latching;
  /// - gems (`@Bg`, `@Eg`, `@G`) are topics; other headers are notes with the header's name.
  mutating func readChat(_ text: SourceText) {
    rest = .markup
    progress.begin(0.2, of: size)
    var reader = ChatReader(text, progress)
    reader.run(&self)
  }
}

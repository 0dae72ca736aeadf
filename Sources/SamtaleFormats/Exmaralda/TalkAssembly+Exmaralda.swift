extension TalkAssembly {
  mutating func readExmaralda(_ bytes: [UInt8], characters: Int) {}
}

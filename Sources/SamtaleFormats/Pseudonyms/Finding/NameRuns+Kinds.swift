extension NameRuns {
  /// What a name names, and whether a list says so.
  func kind(_ tokens: Range<Int>, _ parts: [Part]) -> (IdentifierKind, isListed: Bool) {
    let last = text[tokens.upperBound - 1].lower
    let isListed = parts.contains {
      if case .listed = $0 {
        true
      } else {
        $0 == .weak && listed(text[tokens.lowerBound].lower) != nil
      }
    }
    if tokens.count > 1 {
      if NameCues.organisationEnd.contains(last) || !text[tokens.upperBound - 1].isCapitalised
        || NameCues.organisationSuffixes.contains(where: last.hasSuffix)
      {
        return (.organisation, true)
      }
      if NameCues.streetEnd.contains(last) { return (.address, true) }
      if NameCues.placeEnd.contains(last) { return (.place, isListed) }
      let kinds = tokens.compactMap { listed(text[$0].lower) }
      if kinds.contains(.person), kinds.first == .person || !kinds.contains(.organisation) {
        return (.person, true)
      }
      if text[tokens.lowerBound + 1].gap == " & " { return (.organisation, false) }
      return (kinds.first ?? guess(tokens), isListed)
    }
    let word = isGenitive(tokens.lowerBound) ? String(last.dropLast()) : last
    if let kind = listed(word) { return (kind, true) }
    return lists.countries.contains(word) ? (.place, true) : (guess(tokens), false)
  }

  /// What an unknown name names, by the words before it and its ending.
  private func guess(_ tokens: Range<Int>) -> IdentifierKind {
    let word = text[tokens.upperBound - 1].lower
    if NameCues.streetSuffixes.contains(where: { word.hasSuffix($0) && word.count > $0.count + 2 })
    {
      return .address
    }
    let start = tokens.lowerBound
    guard start > 0, text[start].gap == " " else { return .person }
    let before = text[start - 1].lower
    let earlier = (max(0, start - 4)..<(start - 1)).map { text[$0].lower }
    let isWork = earlier.contains(where: NameCues.work.contains)
    if NameCues.beforeOrganisation.contains(before), isWork || before == "hos" {
      return .organisation
    }
    if text[start].isAllCapitals { return .organisation }
    let isLiving = earlier.contains(where: NameCues.living.contains)
    if isLiving, before == "of" || NameCues.beforePlace.contains(before) { return .place }
    if NameCues.beforePlace.contains(before) {
      if ["i", "in", "near", "utenfor", "utanfor", "outside"].contains(before) {
        return isWork && before == "i" ? .organisation : .place
      }
      if isWork, before == "på" { return .organisation }
      if before == "fra" || before == "frå" || before == "from" || before == "på" { return .place }
      if NameCues.placeSuffixes.contains(where: { word.hasSuffix($0) && word.count > $0.count + 1 })
      {
        return .place
      }
    }
    return .person
  }
}

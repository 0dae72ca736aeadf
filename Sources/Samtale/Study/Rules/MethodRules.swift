// Rules that come from the methods.
extension StudyRules {
  func checkTheme(_ theme: Theme, touched: Set<String>) throws {
    let needsConcept = theme.status == .developed || theme.status == .final
    guard !needsConcept || theme.concept != nil else {
      throw RuleViolation(
        .conceptRequired,
        "the theme “\(theme.name)” is to be \(theme.status.rawValue) and has no central organising "
          + "concept",
        do: "say in a sentence what idea holds it together; a topic summary is not a theme")
    }
    guard touched.contains("parent"), let parent = try state.object(Theme.self, theme.parent)
    else { return }
    // Themes that nothing points to are told at once; the others are few.
    let children =
      try state.isReferenced(theme.id)
      && state.objects(of: .theme).contains {
        $0.record.fields["parent"]?.identifier == theme.id
      }
    guard parent.id != theme.id, parent.parent == nil, !children else {
      throw RuleViolation(
        .themeDepth, "themes have one level of subthemes",
        do: "put “\(theme.name)” under a theme that is nobody's subtheme")
    }
  }

  /// A text belongs to a code group or to a theme, as the method has it.
  func checkText(_ text: AnalyticText, isNew: Bool) throws {
    guard (text.group == nil) != (text.theme == nil) else {
      throw RuleViolation(
        .home,
        "the text “\(text.heading)” belongs to \(text.group == nil ? "nothing" : "two things")",
        do: "name the code group or the theme that it describes")
    }
    let method = try state.method()
    guard isNew, text.theme == nil ? !method.condenses : !method.developsThemes else { return }
    throw RuleViolation(
      .method,
      text.theme == nil
        ? "a text on a code group belongs to systematic text condensation, not to \(method.title)"
        : "\(method.title) has categories made from code groups, not themes",
      do: "write it on a \(text.theme == nil ? "theme" : "code group"), or change the profile")
  }

  func checkUnit(_ unit: MeaningUnit, moves: Bool) throws {
    if moves, let home = try state.object(CodeGroup.self, unit.group), home.isDissolved {
      throw RuleViolation(
        .home, "the code group “\(home.title)” was dissolved", do: "choose another code group")
    }
    if let subgroup = try state.object(Subgroup.self, unit.subgroup), subgroup.group != unit.group {
      throw RuleViolation(
        .home, "the subgroup “\(subgroup.title)” belongs to another code group",
        do: "move the meaning unit to that code group, or choose a subgroup of its own")
    }
    if let original = try state.object(MeaningUnit.self, unit.copyOf) {
      guard original.id != unit.id, original.copyOf == nil else {
        throw RuleViolation(.copy, "a copy is made of an original", do: "name the original")
      }
    }
  }

  /// What was private stays private, for the log keeps every earlier wording of it.
  func checkMemo(_ memo: Memo) throws {
    guard let present = try state.object(Memo.self, memo.id), present.visibility == .personal,
      memo.visibility != .personal
    else { return }
    throw RuleViolation(
      .privacy, "a private memo is not opened, since the log keeps all that it ever said",
      do: "write what others may read as a memo of its own (StudyEditor.release)")
  }

  func checkSubgroup(_ subgroup: Subgroup) throws {
    guard let present = try state.object(Subgroup.self, subgroup.id),
      present.group != subgroup.group, try state.isReferenced(subgroup.id)
    else { return }
    throw RuleViolation(
      .home, "the subgroup “\(present.title)” holds meaning units of its code group",
      do: "move the meaning units, or make a subgroup in the other code group")
  }

  /// Checks a condensate when it is written. A meaning unit may be moved afterwards.
  func checkCondensate(_ condensate: Condensate) throws {
    var readable = condensate
    readable.sentences = condensate.sentences
    readable.setAside = condensate.setAside
    guard readable.fields == condensate.fields else {
      throw RuleViolation(
        .trace, "the meaning units of a condensate cannot be read",
        do: "give each sentence its text and units, and each unit set aside its reason")
    }
    guard !condensate.sentences.isEmpty,
      condensate.sentences.allSatisfy({ !$0.text.allSatisfy(\.isWhitespace) })
    else {
      throw RuleViolation(
        .trace, "a condensate has sentences, each with words", do: "write it sentence by sentence")
    }
    for id in condensate.sentences.flatMap(\.units) + condensate.setAside.map(\.unit) {
      guard try state.object(MeaningUnit.self, id)?.subgroup == condensate.subgroup else {
        throw RuleViolation(
          .trace, "a sentence draws on \(id.short), which is no meaning unit of this subgroup",
          do: "name meaning units of the subgroup")
      }
    }
    guard condensate.setAside.allSatisfy({ !$0.reason.allSatisfy(\.isWhitespace) }) else {
      throw RuleViolation(
        .trace, "a meaning unit is set aside without a reason", do: "say why it is left out")
    }
  }
}

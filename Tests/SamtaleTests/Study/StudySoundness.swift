import Samtale

/// What must hold of every study, however it came about.
struct StudySoundness {
  let study: Study

  /// What does not hold, in words; empty for a sound study.
  var faults: [String] { dangling + codes + themes + units }

  private var dangling: [String] {
    ObjectKind.allCases.flatMap { study.objects(of: $0) }.flatMap { id, record in
      record.references.filter { study.record($0) == nil || !study.isReferenced($0) }.map {
        "the \(record.kind) \(id) points to \($0)"
      }
    }
  }

  private var codes: [String] {
    study.all(Code.self).flatMap { code -> [String] in
      var faults: [String] = []
      if (code.status == .merged) != (code.mergedInto != nil) {
        faults.append("\(code.name) is \(code.status) into \(code.mergedInto?.short ?? "nothing")")
      }
      for (name, next) in [("under", \Code.parent), ("in", \Code.mergedInto)] {
        var (at, steps) = (code[keyPath: next], 0)
        while let id = at, steps < study.count {
          at = study.object(Code.self, id)?[keyPath: next]
          steps += 1
        }
        if at != nil { faults.append("\(code.name) lies \(name) itself") }
      }
      return faults
    }
  }

  private var themes: [String] {
    study.all(Theme.self).compactMap { theme in
      if [.developed, .final].contains(theme.status), theme.concept == nil {
        return "\(theme.name) has no concept"
      }
      guard let parent = study.object(Theme.self, theme.parent) else { return nil }
      return parent.parent != nil || parent.id == theme.id ? "\(theme.name) lies too deep" : nil
    }
  }

  private var units: [String] {
    study.all(MeaningUnit.self).compactMap { unit in
      guard let subgroup = study.object(Subgroup.self, unit.subgroup) else { return nil }
      return subgroup.group == unit.group ? nil : "\(unit.id) has two homes"
    }
  }
}

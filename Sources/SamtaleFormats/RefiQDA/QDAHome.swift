import Samtale

/// The code that stands for a code group or subgroup whose meaning units are codings, so that other
/// programs show them as coded text. Its GUID is made from that of the group, by which it is known
/// again.
struct QDAHome {
  /// The code group or subgroup.
  var object: Identifier
  var name: String
  var description: String
  /// Whether the group takes in more meaning units.
  var isOpen: Bool
  /// The homes of the subgroups.
  var parts: [QDAHome] = []

  /// The GUID of the code.
  var guid: Identifier { Self.guid(of: object) }

  static func guid(of object: Identifier) -> Identifier {
    QDAContent.derived("home of meaning units", object.description)
  }

  private static let group = "Samtale code group: home of meaning units"
  private static let part = "Samtale subgroup: home of meaning units"

  private static func description(_ kind: String, _ object: Identifier, _ summary: String?)
    -> String
  {
    "\(kind) {\(object)}" + (summary.map { "\n" + $0 } ?? "")
  }

  /// The homes of the code groups that have meaning units.
  static func all(_ study: Study, _ codebook: Codebook) -> [QDAHome] {
    let used = Set(study.all(MeaningUnit.self).compactMap(\.group))
    return codebook.groups.compactMap { group in
      guard let id = group.id, used.contains(id) else { return nil }
      let isOpen = study.object(CodeGroup.self, id)?.isDissolved != true
      let parts = group.subgroups.compactMap { part in
        part.id.map { id in
          QDAHome(
            object: id, name: part.title, description: description(Self.part, id, nil),
            isOpen: isOpen)
        }
      }
      return QDAHome(
        object: id, name: group.title, description: description(Self.group, id, group.summary),
        isOpen: isOpen, parts: parts)
    }
  }

  // MARK: Reading

  /// What the codes that are homes stand for, by their GUIDs: that of a set, or else the one that
  /// their description names. A code whose GUID does not come from it is an ordinary one.
  static func objects(in project: QDAProject) -> [Identifier: Identifier] {
    let sets = Dictionary(
      project.sets.map { (guid(of: $0.id), $0.id) }, uniquingKeysWith: { first, _ in first })
    var objects: [Identifier: Identifier] = [:]
    for code in project.codes {
      objects[code.id] = sets[code.id] ?? described(code)
    }
    return objects
  }

  private static func described(_ code: QDAProject.Code) -> Identifier? {
    for line in (code.description ?? "").split(separator: "\n") where line.hasSuffix("}") {
      guard let id = Identifier(String(line.suffix(37).dropLast())) else { continue }
      if guid(of: id) == code.id { return id }
    }
    return nil
  }
}

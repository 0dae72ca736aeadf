import Samtale

/// Who the labels of a transcript stand for: a table that the researcher keeps.
public struct SpeakerMap: Hashable, Sendable {
  /// What is known of the person behind a label.
  public struct Entry: Hashable, Sendable {
    public var label: String
    /// The person's identifier; labels with the same one are the same person.
    public var id: String?
    public var role: String?
    public var name: String?
    /// The teams that the person belongs to, with the dates if that changed.
    public var memberships: [Participant.Membership] = []
    /// How many speak under the label, such as `12` or `several`; `nil` for one person.
    public var groupSize: String?
    /// The file whose label it is, by its name with or without the extension; `nil`: all files.
    public var file: String?

    public init(label: String, id: String? = nil, file: String? = nil) {
      (self.label, self.id, self.file) = (label, id, file)
    }

    /// Whether anything but the label is known.
    var saysMore: Bool {
      id != nil || role != nil || name != nil || groupSize != nil || !memberships.isEmpty
    }
  }

  /// A label that is words rather than a speaker's.
  public struct Refusal: Hashable, Sendable {
    public var label: String
    /// The file for which that is so; `nil`: all files.
    public var file: String?
  }

  public internal(set) var entries: [Entry] = []
  /// Labels of which the table says that they are no speakers.
  public internal(set) var refusals: [Refusal] = []

  public init() {}

  /// Declares a label as a speaker's; nothing happens if it is declared already.
  public mutating func declare(_ label: String) {
    guard !entries.contains(where: { $0.label == label && $0.file == nil }) else { return }
    entries.append(Entry(label: label))
  }

  /// Declares further labels of which nothing else is known, or only whose they are.
  mutating func declare(_ labels: [String], ids: [String: String] = [:]) {
    var known = Set(entries.map(\.label) + refusals.map(\.label))
    for label in labels where known.insert(label).inserted {
      entries.append(Entry(label: label, id: ids[label]))
    }
  }

  /// What the table says of one file: rows that name it go before those that name none.
  /// - Parameter file: The file's path or name.
  /// - Returns: The rows that count for it.
  public func of(_ file: String) -> SpeakerMap {
    let isOwn = { (name: String?) in name.map { Self.names($0, file) } ?? false }
    var map = SpeakerMap()
    map.entries = entries.filter { isOwn($0.file) }
    map.refusals = refusals.filter { isOwn($0.file) }
    let settled = Set(map.entries.map(\.label) + map.refusals.map(\.label))
    map.entries += entries.filter { $0.file == nil && !settled.contains($0.label) }
    map.refusals += refusals.filter { $0.file == nil && !settled.contains($0.label) }
    return map
  }

  /// Whether a name is that of a file, with or without folders and the extension.
  static func names(_ name: String, _ path: String) -> Bool {
    let file = String(path.split(separator: "/").last ?? "")
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return name == path || name == file || name == stem
  }
}

/// A collaboration group or any other team whose meetings are recorded.
public struct Team: Hashable, Sendable {
  public var id: String
  /// Number or short name as printed in labels.
  public var number: String?
  public var names: [String]

  public init(id: String, number: String? = nil, names: [String] = []) {
    self.id = id
    self.number = number
    self.names = names
  }

  /// The name that tables print.
  public var display: String { names.first ?? number ?? id }
}

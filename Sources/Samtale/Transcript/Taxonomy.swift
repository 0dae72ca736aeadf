/// A classification with nested categories: roles, codebook, dialogue acts and so on.
public struct Taxonomy: Hashable, Sendable {
  public var id: String?
  public var summary: String?
  public var categories: [Category]

  public init(id: String?, summary: String? = nil, categories: [Category] = []) {
    self.id = id
    self.summary = summary
    self.categories = categories
  }

  /// One category and those below it.
  public struct Category: Hashable, Sendable {
    public var id: String
    /// What kind of category this is (`theme`, `code` …).
    public var level: String?
    public var language: String?
    public var descriptions: [Description]
    public var categories: [Category]

    public init(
      id: String,
      level: String? = nil,
      language: String? = nil,
      descriptions: [Description] = [],
      categories: [Category] = []
    ) {
      self.id = id
      self.level = level
      self.language = language
      self.descriptions = descriptions
      self.categories = categories
    }

    /// The category's first description.
    public var display: String { descriptions.first?.text ?? id }
  }

  /// A description in one language.
  public struct Description: Hashable, Sendable {
    public var text: String
    public var language: String?
    /// What the description says (`catDesc/@n`): `definition`, `colour` …
    public var kind: String?

    public init(_ text: String, language: String? = nil, kind: String? = nil) {
      self.text = text
      self.language = language
      self.kind = kind
    }
  }

  /// Identifiers of all categories at every depth.
  public var codes: [String] { categories.flatMap(Self.codes) }

  private static func codes(_ category: Category) -> [String] {
    [category.id] + category.categories.flatMap(codes)
  }
}

/// A role that participants may have, as the transcript declares it.
public struct Role: Hashable, Sendable {
  public var code: String
  public var name: String

  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

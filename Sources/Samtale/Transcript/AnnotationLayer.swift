/// A layer of annotations beside the talk, kept as it was written.
///
/// Codings, closures, uptake, dialogue acts, memos: later work gives them meaning; reading and
/// writing keep them word for word.
public struct AnnotationLayer: Hashable, Sendable {
  /// `spanGrp`, `listAnnotation` or `note`.
  public var element: MarkupElement

  public init(_ element: MarkupElement) {
    self.element = element
  }

  /// The layer's type, such as `codings` or `dialogueActs`.
  public var type: String? { element["type"] }
}

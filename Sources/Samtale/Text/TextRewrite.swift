/// One change of a text: what stands in a part of it afterwards.
public struct TextRewrite: Hashable, Sendable {
  /// The part that is replaced, in Unicode scalars of the text as it is.
  public var scalars: Range<Int>
  /// What stands there afterwards.
  public var text: String

  public init(scalars: Range<Int>, text: String) {
    self.scalars = scalars
    self.text = text
  }
}

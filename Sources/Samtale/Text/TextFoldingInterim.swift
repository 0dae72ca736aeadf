/// Interim: replaced by the query's folding.
public enum TextFolding {
  public static func fold(_ text: String) -> String { text.lowercased() }
}

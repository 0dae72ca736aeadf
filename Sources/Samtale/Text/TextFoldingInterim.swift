/// Interim: replaced by the query's folding.
public enum TextFolding {
  public static func fold(_ text: String) -> String { text.lowercased() }
  public static func words(_ text: String) -> [String] {
    text.lowercased().split(separator: " ").map(String.init)
  }
}

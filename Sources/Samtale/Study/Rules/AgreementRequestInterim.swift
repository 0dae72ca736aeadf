/// Interim.
public enum AgreementRequest {
  public static func check(_ method: MethodProfile) throws {}
}

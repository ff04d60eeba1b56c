/// The schemas of this folder, as the library needs them at run time.
public enum Specs {
  /// The version of the canonical schema that this library writes: `major.minor`.
  ///
  /// A reader takes a newer minor version (its unknown fields go to `extras`) and refuses a newer major version.
  public static let schemaVersion = "1.0"
}

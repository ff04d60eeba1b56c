/// The schemas of this folder, as the library needs them at run time.
public enum Specs {}

/// How whitespace between elements is written.
public enum XMLLayout: Hashable, Sendable {
    /// As it is in the tree: a parsed document comes out as it went in.
    case preserved
    /// Each element on a line of its own, indented by this many spaces a level. Elements that contain text, and those
    /// under `xml:space="preserve"`, stay as they are.
    case indented(by: Int)
}

/// The kinds of graphical display.
public enum GraphicsType: String, Sendable, CaseIterable {
    case vnc, spice
    /// Whatever the host does best.
    case `default`
}

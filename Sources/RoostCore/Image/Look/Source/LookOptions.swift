/// How an image is opened to be looked into.
public struct LookOptions: Hashable, Sendable {
    /// Whether an image that a machine writes to may be read; what is seen may not fit together.
    public var whileRunning: Bool
    /// Whether an image that stands on one in any place may be read.
    public var followsBacking: Bool

    public init(whileRunning: Bool = false, followsBacking: Bool = false) {
        self.whileRunning = whileRunning
        self.followsBacking = followsBacking
    }
}

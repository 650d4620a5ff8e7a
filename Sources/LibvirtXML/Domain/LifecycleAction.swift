/// What happens to a domain when its guest powers off, reboots or crashes.
public struct LifecycleAction: Vocabulary {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let destroy: Self = "destroy"
    public static let restart: Self = "restart"
    public static let preserve: Self = "preserve"
    public static let renameRestart: Self = "rename-restart"
    public static let coredumpDestroy: Self = "coredump-destroy"
    public static let coredumpRestart: Self = "coredump-restart"
}

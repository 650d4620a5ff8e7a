/// One thing to be done to a host: what it is for, and exactly what will be run.
public struct HostChange: Hashable, Sendable, Codable {
    /// What libvirt is asked for, where that is no program's doing.
    public enum LibvirtCall: Hashable, Sendable, Codable {
        case startNetwork(String)
        case autostartNetwork(String)
        /// The network `default` as libvirt's own packages have it, where none is.
        case makeDefaultNetwork
        case startPool(String)
        case autostartPool(String)
        /// The pool `default` in /var/lib/libvirt/images.
        case makeDefaultPool
    }

    /// A short sentence in the imperative: "Start the network default".
    public var title: String
    /// As a person would type it: run as root by a shell, or commands of Roost where ``calls`` do it.
    public var commands: [String]
    /// Asked of libvirt in place of running the commands.
    public var calls: [LibvirtCall]
    /// What to know of it.
    public var note: String?

    public init(title: String, commands: [String], calls: [LibvirtCall] = [], note: String? = nil) {
        self.title = title
        self.commands = commands
        self.calls = calls
        self.note = note
    }
}

/// The options of `create --image` as they were written, before any of them is understood.
public struct CloudArguments: Sendable, Equatable {
    public var image: String?
    /// overlay, reflink, full or auto.
    public var copy: String?
    public var user: String?
    public var sshKeys: [String] = []
    public var passwordFile: String?
    public var hostname: String?
    /// ADDRESS/PREFIX.
    public var address: String?
    public var gateway: String?
    public var nameServers: [String] = []
    public var packages: [String] = []
    public var commands: [String] = []
    /// Files that are sent as they are.
    public var userData: String?
    public var networkConfig: String?

    public init() {}

    /// The first of the options that only mean something to an image, as it is written.
    var given: String? {
        let options: [(String, Bool)] = [
            ("--copy", copy != nil), ("--user", user != nil), ("--ssh-key", !sshKeys.isEmpty),
            ("--password-file", passwordFile != nil), ("--hostname", hostname != nil), ("--ip", address != nil),
            ("--gateway", gateway != nil), ("--dns", !nameServers.isEmpty), ("--package", !packages.isEmpty),
            ("--run", !commands.isEmpty), ("--user-data", userData != nil), ("--network-config", networkConfig != nil),
        ]
        return options.first { $0.1 }?.0
    }
}

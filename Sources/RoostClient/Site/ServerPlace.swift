public import RoostCore

/// One host of a server, where something is to be made.
public struct ServerPlace: SiteHost {
    let site: ServerSite
    public let host: String
    let isOneOfSeveral: Bool

    public var name: String { host }
    /// Behind `/api/v1`.
    var path: [String] { ["hosts", host] }
    var server: ServerConnection { site.server }

    /// What to call something of this host: `NAME`, or `HOST/NAME` where other hosts are in play.
    public func label(_ name: String) -> String { isOneOfSeveral ? "\(host)/\(name)" : name }

    /// Words of a command that mean something of this host.
    public func reference(_ name: String) -> String { ShellWord.quoted(label(name)) }
}

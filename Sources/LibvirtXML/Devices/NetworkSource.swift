import XMLTree

/// A disk's content on a server.
public struct NetworkSource: Hashable, Sendable {
    /// Such as `rbd`, `iscsi`, `nbd`, `https`.
    public var `protocol`: String
    /// What to open there: an image, an export, a path.
    public var name: String?
    public var hosts: [Host]

    public struct Host: Hashable, Sendable {
        public var name: String?
        public var port: UInt?
        /// `tcp`, `unix` or `rdma`; nil is tcp.
        public var transport: String?
        /// The path, when the transport is `unix`.
        public var socket: String?

        public init(_ name: String?, port: UInt? = nil, transport: String? = nil, socket: String? = nil) {
            self.name = name
            self.port = port
            self.transport = transport
            self.socket = socket
        }
    }

    public init(protocol: String, name: String?, hosts: [Host] = []) {
        self.protocol = `protocol`
        self.name = name
        self.hosts = hosts
    }

    init?(in source: XMLElement) {
        guard let word = source["protocol"] else { return nil }
        self.init(
            protocol: word, name: source["name"],
            hosts: source.elements(named: "host").map { host in
                Host(
                    host["name"], port: host["port"].flatMap(UInt.init(xmlText:)), transport: host["transport"],
                    socket: host["socket"])
            })
    }

    func write(to source: inout XMLElement) {
        source["protocol"] = `protocol`
        source["name"] = name
        source.replaceChildren(
            named: "host",
            with: hosts.map { host in
                var element = XMLElement("host")
                element["name"] = host.name
                element["port"] = host.port?.xmlText
                element["transport"] = host.transport
                element["socket"] = host.socket
                return element
            })
    }
}

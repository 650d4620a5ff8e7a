/// A disk on a server that QEMU reaches by itself.
public struct NetworkDisk: RequestListItem {
    public struct Host: RequestListItem {
        public var name: String?
        public var port: Int?
        public var socket: String?
        public var transport: String?

        public init() {}
    }

    /// nbd, rbd, iscsi, …
    public var `protocol`: String?
    /// The export, image or target on the server.
    public var name: String?
    public var hosts: [Host] = []

    public init() {}

    @SuboptionsBuilder<Self> static var suboptions: [Suboption<Self>] {
        Suboption("source.protocol", .word("nbd", "rbd", "iscsi"), "Protocol of a disk on a server.", \.protocol)
        Suboption("source.name", .text("NAME"), "Export, image or target on the server.", \.name)
        Suboption("source.host#.name", .text("HOST"), "Server.", each: \.hosts, \.name)
        Suboption("source.host#.port", .number(1...65535), "TCP port of the server.", each: \.hosts, \.port)
        Suboption("source.host#.socket", .path, "UNIX socket of the server.", each: \.hosts, \.socket)
        Suboption(
            "source.host#.transport", .choice("tcp", "unix", "rdma"), "Transport to the server.", each: \.hosts,
            \.transport)
    }
}

public import XMLTree

/// A server that a pool's content comes from: `<host>`.
public struct StorageHost: ElementView {
    public static let elementName = "host"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ name: String, port: UInt? = nil) {
        self.init()
        self.name = name
        self.port = port
    }

    public struct Properties: Sendable {
        public let name = Property<String?>("@name")
        public let port = Property<UInt?>("@port")
    }
}

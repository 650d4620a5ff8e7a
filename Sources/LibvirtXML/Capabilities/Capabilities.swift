public import XMLTree

/// What a host is and what it can run: `<capabilities>`.
public struct Capabilities: DocumentView {
    public static let elementName = "capabilities"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let uuid = Property<String?>("host/uuid")
        public let architecture = Property<Architecture?>("host/cpu/arch")
        public let cpuModel = Property<String?>("host/cpu/model")
        public let cpuVendor = Property<String?>("host/cpu/vendor")
        public let cpuFeatures = Property<[String]>(texts: "host/cpu/feature/@name")
        public let sockets = Property<UInt?>("host/cpu/topology/@sockets")
        public let dies = Property<UInt?>("host/cpu/topology/@dies")
        public let cores = Property<UInt?>("host/cpu/topology/@cores")
        public let threads = Property<UInt?>("host/cpu/topology/@threads")
        public let iommu = Property<Bool?>(yesNo: "host/iommu/@support")
        public let migrationTransports = Property<[String]>(
            texts: "host/migration_features/uri_transports/uri_transport")
        public let securityModels = Property<[SecurityModel]>(children: "host/secmodel")
        public let guests = Property<[Guest]>(children: "guest")
    }
}

extension Capabilities {
    /// What the host can run of an architecture.
    public func guest(_ architecture: Architecture, type: OperatingSystem.Kind = .hvm) -> Guest? {
        self.guests.first { $0.architecture == architecture && $0.type == type }
    }
}

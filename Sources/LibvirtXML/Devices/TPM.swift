public import XMLTree

/// A trusted platform module: `<tpm>`.
public struct TPM: ElementView {
    public static let elementName = "tpm"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ model: Model, backend: Backend = .emulator, version: Version? = .v2) {
        self.init()
        self.model = model
        self.backend = backend
        self.version = version
    }

    public struct Properties: Sendable {
        public let model = Property<Model?>("@model")
        public let backend = Property<Backend?>("backend/@type")
        public let version = Property<Version?>("backend/@version")
        /// Whether its state outlives a domain that is undefined when it stops.
        public let persistentState = Property<Bool?>(yesNo: "backend/@persistent_state")
        /// The host's TPM that the backend `passthrough` hands on.
        public let devicePath = Property<String?>("backend/device/@path")
        /// The UUID of the secret that its state is encrypted with.
        public let encryptionSecret = Property<String?>("backend/encryption/@secret")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct Model: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let crb: Self = "tpm-crb"
        public static let tis: Self = "tpm-tis"
        public static let spapr: Self = "tpm-spapr"
        public static let spaprProxy: Self = "spapr-tpm-proxy"
    }

    public struct Backend: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let emulator: Self = "emulator"
        public static let passthrough: Self = "passthrough"
        public static let external: Self = "external"
    }

    public struct Version: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let v1: Self = "1.2"
        public static let v2: Self = "2.0"
    }
}

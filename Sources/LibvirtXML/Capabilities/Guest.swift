public import XMLTree

/// One architecture that a host can run: `<guest>`.
public struct Guest: ElementView {
    public static let elementName = "guest"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let type = Property<OperatingSystem.Kind?>("os_type")
        public let architecture = Property<Architecture?>("arch/@name")
        public let wordSize = Property<UInt?>("arch/wordsize")
        /// The path of the program that runs it.
        public let emulator = Property<String?>("arch/emulator")
        public let machines = Property<[Machine]>(children: "arch/machine")
        public let domains = Property<[GuestDomain]>(children: "arch/domain")
    }
}

extension Guest {
    /// The emulator for a type of domain; a type may have its own.
    public func emulatorPath(for type: DomainType) -> String? {
        self.domains.first { $0.type == type }?.emulator ?? self.emulator
    }

    /// The machine that a name stands for, be it an alias such as `q35` or the full name.
    public func machine(_ name: String, for type: DomainType? = nil) -> Machine? {
        let own = self.domains.first { $0.type == type }?.machines ?? []
        return (own.isEmpty ? self.machines : own).first { $0.name == name }
    }
}

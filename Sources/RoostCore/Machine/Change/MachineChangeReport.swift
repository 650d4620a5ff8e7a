/// What a change of a machine came to, setting by setting.
public struct MachineChangeReport: Hashable, Sendable, Codable {
    /// The name of a setting.
    public struct Setting: RawRepresentable, Hashable, Sendable, Codable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let memory = Setting(rawValue: "memory")
        public static let maximumMemory = Setting(rawValue: "maximum-memory")
        public static let vcpus = Setting(rawValue: "vcpus")
        public static let maximumVCPUs = Setting(rawValue: "maximum-vcpus")
        public static let title = Setting(rawValue: "title")
        public static let notes = Setting(rawValue: "notes")
        public static let tags = Setting(rawValue: "tags")
        public static let bootOrder = Setting(rawValue: "boot-order")
        public static let cpu = Setting(rawValue: "cpu")
    }

    /// What became of one setting.
    public struct Effect: Hashable, Sendable, Codable {
        public var setting: Setting
        /// Bytes of memory, or a number of vCPUs.
        public var amount: UInt64?
        /// The title or the notes; empty where they were removed.
        public var text: String?
        /// All tags that the machine has afterwards.
        public var tags: [String]?
        /// Whether the running machine has it.
        public var isNow: Bool
        /// Whether the definition has it, so that every later start brings it.
        public var isAtNextStart: Bool
        /// Why the running machine does not have it although that was asked for.
        public var whyNotNow: String?
    }

    public var machine: String
    /// Whether it was running.
    public var wasActive: Bool
    /// Whether its memory lies saved on disk: then the next start goes on from there, with the settings of that time.
    public var hasSavedState: Bool
    public var effects: [Effect]
}

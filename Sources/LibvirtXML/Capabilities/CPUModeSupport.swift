public import XMLTree

/// A mode of CPU, and what it means on this host: `<mode>`.
public struct CPUModeSupport: ElementView {
    public static let elementName = "mode"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let mode = Property<CPUMode?>("@name")
        public let supported = Property<Bool?>(yesNo: "@supported")
        /// Of `host-model` the one that stands for the host's, of `custom` all there are.
        public let models = Property<[CPUModel]>(children: "model")
        public let vendor = Property<String?>("vendor")
        public let features = Property<[CPUFeature]>(children: "feature")
    }
}

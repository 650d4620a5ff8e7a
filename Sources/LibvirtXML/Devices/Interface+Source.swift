import XMLTree

extension Interface {
    /// What a card is plugged into: an interface's `type` and its `<source>` in one value.
    public enum Source: Hashable, Sendable {
        /// A network of libvirt, by name.
        case network(String)
        /// A bridge of the host.
        case bridge(String)
        /// A macvtap device over a device of the host. `mode` is `bridge`, `vepa`, `private` or `passthrough`.
        case direct(device: String, mode: String?)
        /// User-mode networking, which needs no privilege.
        case user
        case ethernet
        /// A kind that this library does not take apart.
        case other(Kind)

        public var type: Kind {
            switch self {
            case .network: .network
            case .bridge: .bridge
            case .direct: .direct
            case .user: .user
            case .ethernet: .ethernet
            case .other(let type): type
            }
        }

        init?(in element: XMLElement) {
            guard let type = element["type"].map(Kind.init(rawValue:)) else { return nil }
            let source = element.first("source")
            switch type {
            case .network:
                guard let name = source?["network"] else { return nil }
                self = .network(name)
            case .bridge:
                guard let name = source?["bridge"] else { return nil }
                self = .bridge(name)
            case .direct:
                guard let device = source?["dev"] else { return nil }
                self = .direct(device: device, mode: source?["mode"])
            case .user: self = .user
            case .ethernet: self = .ethernet
            default: self = .other(type)
            }
        }

        /// What `<source>` says of the place, and what libvirt adds to it while the domain runs.
        private static let locators = ["network", "bridge", "dev", "mode", "portid"]

        static func write(_ source: Source?, to element: inout XMLElement) {
            element["type"] = source?.type.rawValue
            element.edit(at: ["source"]) { child in
                for locator in locators { child[locator] = nil }
                switch source {
                case .network(let name): child["network"] = name
                case .bridge(let name): child["bridge"] = name
                case .direct(let device, let mode):
                    child["dev"] = device
                    child["mode"] = mode
                case .user, .ethernet, .other, nil: break
                }
                if source?.type != .network { child["portgroup"] = nil }
            }
        }
    }
}

extension Property {
    /// The `type` of an interface and its `<source>`, together.
    init(interfaceSource: Void) where Value == Interface.Source? {
        self.init("@type, source", read: Interface.Source.init(in:), write: Interface.Source.write)
    }
}

/// `--network`: one network interface.
public struct NetworkOption: MachineOption {
    public var type: NetworkType?
    public var network: String?
    public var bridge: String?
    public var device: String?
    public var portgroup: String?
    public var macvtapMode: String?

    public var model: String?
    public var mac: MACChoice?
    public var mtu: Int?
    public var isLinkUp: Bool?
    /// 1 boots first.
    public var bootOrder: Int?
    public var filter: String?
    public var vlans: [VLANTag] = []
    public var isVLANTrunk: Bool?
    public var virtualPort = VirtualPort()
    /// The interface's name on the host.
    public var target: String?
    public var driverName: String?
    public var queues: Int?
    public var romFile: String?
    public var romBar: Bool?
    public var trustsGuestFilters: Bool?
    /// What the guest may receive.
    public var inbound = TrafficLimit()
    /// What the guest may send.
    public var outbound = TrafficLimit()
    public var driver = VirtioDriver()
    public var address = DeviceAddress()
    public var alias: String?

    /// `source=` until `complete` puts it where the type says; afterwards the interface of a direct connection.
    var writtenSource: String? {
        get { pendingSource ?? device }
        set { pendingSource = newValue }
    }
    private var pendingSource: String?

    public init() {}

    /// What the interface is connected to.
    public var connection: NetworkConnection {
        if let network { return .network(network, portgroup: portgroup) }
        if let bridge { return .bridge(bridge) }
        if let device { return .direct(device: device, mode: macvtapMode) }
        return switch type {
        case .user: .user
        case .ethernet: .ethernet
        default: .automatic
        }
    }

    public static let table = OptionTable<NetworkOption>(
        "--network", "A network interface, or 'none'.",
        examples: [
            "default", "network=default,model=virtio", "bridge=br0,mac=52:54:00:12:34:56", "type=direct,source=eth0",
            "user",
        ],
        positional: ["type"]
    ) {
        Suboption("type", .choice, "What it is connected to.", \.type)
        Suboption("network", .name("NAME"), "Virtual network of the host.", \.network)
        Suboption("bridge", .interface("BRIDGE"), "Bridge of the host.", \.bridge)
        Suboption("source", .name("NAME"), "Network, bridge or interface, as the type says.", \.writtenSource)
        Suboption(
            "source.mode source_mode", .choice("bridge", "vepa", "private", "passthrough"),
            "How a direct connection shares the interface.", \.macvtapMode)
        Suboption("portgroup source.portgroup", .name("GROUP"), "Port group of the virtual network.", \.portgroup)
        Suboption(
            "model model.type", .word("virtio", "e1000e", "e1000", "rtl8139"), "Card that the guest sees.", \.model)
        Suboption("mac mac.address", .mac, "Hardware address (default: generated).", \.mac)
        Suboption("mtu.size mtu", .number(68...65535), "Largest packet, in bytes.", \.mtu)
        Suboption(
            "link.state link_state link", .flag(yes: "up", no: "down"), "Whether the cable is plugged in.", \.isLinkUp)
        Suboption("boot.order boot_order", .number(1...255), "Place in the boot order; 1 is first.", \.bootOrder)
        Suboption("filterref.filter filterref", .name("FILTER"), "Network filter of the host.", \.filter)
        Suboption("vlan.tag#.id vlan.id", .number(0...4095), "VLAN of the port.", each: \.vlans, \.id)
        Suboption(
            "vlan.tag#.nativeMode", .choice("tagged", "untagged"), "How a trunk treats this VLAN.", each: \.vlans,
            \.nativeMode)
        Suboption("vlan.trunk", .flag, "Several VLANs reach the guest, tagged.", \.isVLANTrunk)
        VirtualPort.suboptions.map { $0.lifted(to: \.virtualPort) }
        Suboption("target.dev target", .interface("NAME"), "Name of the interface on the host.", \.target)
        Suboption("driver.name driver_name", .choice("vhost", "qemu"), "Who moves the packets.", \.driverName)
        Suboption("driver.queues driver_queues", .number(1...256), "Number of queues.", \.queues)
        Suboption("rom.file rom_file", .path, "Boot ROM of the card.", \.romFile)
        Suboption("rom.bar rom_bar", .flag(yes: "on", no: "off"), "Whether the guest sees the boot ROM.", \.romBar)
        Suboption("trustGuestRxFilters", .flag, "The guest may change its address.", \.trustsGuestFilters)
        TrafficLimit.suboptions.map { $0.lifted(to: \.inbound, prefix: "bandwidth.inbound.") }
        TrafficLimit.suboptions.map { $0.lifted(to: \.outbound, prefix: "bandwidth.outbound.") }
        VirtioDriver.suboptions.map { $0.lifted(to: \.driver) }
        DeviceAddress.suboptions.map { $0.lifted(to: \.address) }
        Suboption("alias.name", .word("ua-NAME"), "Name of the device, starting with ua-.", \.alias)
    }

    public mutating func complete() throws(RequestError) {
        try placeSource()
        try check()
    }

    /// What is changed about an interface need not say what it is connected to.
    mutating func completeChange() throws(RequestError) {
        if saysConnection { try placeSource() }
        try check()
    }

    /// Whether it says what the interface is connected to.
    var saysConnection: Bool {
        type != nil || pendingSource != nil || network != nil || bridge != nil || device != nil
    }

    private func check() throws(RequestError) {
        let named = [network.map { _ in "network" }, bridge.map { _ in "bridge" }, device.map { _ in "source" }]
            .compactMap(\.self)
        guard named.count <= 1 else {
            throw Self.error(
                nil, "\(named.joined(separator: " and ")) are both given",
                remedy: "An interface has one connection; repeat --network for more.")
        }
        if portgroup != nil, network == nil {
            throw Self.error("portgroup", "belongs to a virtual network", remedy: "Add network=NAME.")
        }
        if macvtapMode != nil, type != .direct {
            throw Self.error("source.mode", "belongs to type=direct", remedy: "Add type=direct,source=INTERFACE.")
        }
        if let hole = vlans.firstIndex(where: { $0.id == nil }) {
            throw Self.error("vlan.tag\(hole).id", "is missing", remedy: "Number the VLANs from 0 without a gap.")
        }
        if vlans.count > 1, isVLANTrunk == false {
            throw Self.error(
                "vlan.trunk", "is no, and several VLANs need a trunk", remedy: "Write vlan.trunk=yes, or keep one VLAN."
            )
        }
        if queues != nil, let model, model != "virtio" {
            throw Self.error("driver.queues", "only a virtio card has several queues", remedy: "Use model=virtio.")
        }
        if let alias { try checkAlias(alias) }
    }

    private mutating func placeSource() throws(RequestError) {
        type = type ?? (network != nil ? .network : bridge != nil ? .bridge : nil)
        let source = pendingSource
        pendingSource = nil
        switch type {
        case .network: network = try one(network, source, "network", but: bridge)
        case .bridge:
            bridge = try interface(one(bridge, source, "bridge", but: network))
        case .direct:
            guard let source, network == nil, bridge == nil else {
                throw Self.error(
                    "source", "type=direct needs an interface of the host, and nothing else",
                    remedy: "Write type=direct,source=INTERFACE.")
            }
            device = try interface(source)
        case .user, .ethernet, .default:
            if source != nil || network != nil || bridge != nil {
                throw Self.error(
                    "type", "\(type?.rawValue ?? "") is connected to nothing by name",
                    remedy: "Remove source=, network= and bridge=, or the type.")
            }
        case nil:
            throw source != nil
                ? Self.error(
                    "source", "does not say what it names",
                    remedy: "Write network=NAME, bridge=NAME or type=direct,source=INTERFACE.")
                : Self.error(
                    nil, "does not say what it is connected to",
                    remedy: "Start with default, network=NAME or bridge=NAME.")
        }
    }

    private func interface(_ name: String) throws(RequestError) -> String {
        do throws(ValueProblem) { return try InterfaceName.check(name) } catch {
            throw RequestError(option: Self.table.option, suboption: "source", error)
        }
    }

    private func one(_ named: String?, _ source: String?, _ word: String, but other: String?) throws(RequestError)
        -> String
    {
        guard other == nil, named == nil || source == nil || named == source else {
            throw Self.error(
                "type", "\(word) is given together with another connection", remedy: "Keep \(word)=NAME alone.")
        }
        guard let name = named ?? source else {
            throw Self.error("type", "\(word) needs a name", remedy: "Write \(word)=NAME.")
        }
        return name
    }
}

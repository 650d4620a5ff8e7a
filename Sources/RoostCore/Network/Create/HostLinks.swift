/// What a host says of its interfaces, addresses and routes.
struct HostLinks: Hashable, Sendable {
    struct Found: Hashable, Sendable {
        var network: IPNetwork
        var device: String
        var isRoute: Bool
    }

    var found: [Found] = []
    var interfaces: Set<String> = []
    /// Of the kernel.
    var bridges: Set<String> = []
    var openVSwitches: Set<String> = []

    /// Asks for nothing that only root may know.
    static let script = """
        for i in /sys/class/net/*; do
            [ -e "$i" ] && printf 'link %s\\n' "${i##*/}"
            [ -d "$i/bridge" ] && printf 'bridge %s\\n' "${i##*/}"
        done
        command -v ovs-vsctl >/dev/null 2>&1 && ovs-vsctl --timeout=3 list-br 2>/dev/null | sed 's/^/ovs /'
        if command -v ip >/dev/null 2>&1; then
            ip -o addr show 2>/dev/null | sed 's/^/address /'
            ip -4 route show table all 2>/dev/null | sed 's/^/route /'
            ip -6 route show table all 2>/dev/null | sed 's/^/route /'
            echo all
        fi
        true
        """

    /// Whether the host could tell of its addresses.
    var isComplete = false

    init() {}

    init(answer: String) {
        for line in answer.split(whereSeparator: \.isNewline) {
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 1 else {
                if line == "all" { isComplete = true }
                continue
            }
            switch words[0] {
            case "link": interfaces.insert(words[1])
            case "bridge": bridges.insert(words[1])
            case "ovs": openVSwitches.insert(words[1])
            case "address": readAddress(words)
            case "route": readRoute(words)
            default: break
            }
        }
    }

    /// `address 2: eth0    inet 10.0.0.5/24 brd …`
    private mutating func readAddress(_ words: [String]) {
        guard words.count > 4, words[3] == "inet" || words[3] == "inet6" else { return }
        // An address of a tunnel stands alone, its network behind "peer".
        let text = words.count > 6 && words[5] == "peer" ? words[6] : words[4]
        let whole = text.contains("/") ? text : "\(text)/\(words[3] == "inet" ? 32 : 128)"
        guard let (network, _) = IPNetwork.parse(whole) else { return }
        add(network, String(words[2].prefix { $0 != "@" }), isRoute: false)
    }

    /// `route [TYPE] 10.0.0.0/8 via 10.1.1.1 dev tun0 …`; one without a prefix leads to one computer.
    private mutating func readRoute(_ words: [String]) {
        guard
            !["local", "broadcast", "multicast", "anycast", "unreachable", "prohibit", "blackhole", "throw", "default"]
                .contains(words[1]),
            let device = words.firstIndex(of: "dev").flatMap({ $0 + 1 < words.count ? words[$0 + 1] : nil })
        else { return }
        let text = words[1] == "unicast" && words.count > 2 ? words[2] : words[1]
        let whole = text.contains("/") ? text : "\(text)/\(text.contains(":") ? 128 : 32)"
        guard let (network, _) = IPNetwork.parse(whole) else { return }
        add(network, device, isRoute: true)
    }

    private mutating func add(_ network: IPNetwork, _ device: String, isRoute: Bool) {
        // Everything, loopback, and what each link has for itself.
        guard network.prefix > 0, device != "lo", !network.base.isSpecial,
            !network.isIPv6 || network.base.bits >> 118 != 0x3fa
        else { return }
        if isRoute, found.contains(where: { $0.network == network && $0.device == device }) { return }
        found.append(Found(network: network, device: device, isRoute: isRoute))
    }

    /// - Parameter owners: the networks of libvirt by their bridges, which are known already.
    func uses(without owners: Set<String>) -> [SubnetUse] {
        found.filter { !owners.contains($0.device) }.map {
            SubnetUse($0.network, $0.isRoute ? "a route of the host (\($0.device))" : "the host's \($0.device)")
        }
    }
}

/// What a host says of its interfaces and of who keeps their settings.
struct BridgeFacts: Hashable, Sendable {
    struct Link: Hashable, Sendable {
        var name: String
        var mac = ""
        var mtu = 1500
        var master: String?
        var isBridge = false
        var hasSTP = false
        var isWireless = false
        var isLoopback = false
        var isUp = false
        /// Interfaces that stand upon it: VLANs, macvtaps.
        var uppers: [String] = []
    }

    struct Address: Hashable, Sendable {
        var device: String
        /// With its prefix.
        var text: String
        var isIPv6: Bool
        /// Given for a time by DHCP or a router.
        var isDynamic: Bool
    }

    struct File: Hashable, Sendable {
        var path: String
        /// Permission bits, in octal digits.
        var mode: String
        var text: String
    }

    var links: [String: Link] = [:]
    var addresses: [Address] = []
    /// Words of `ip route`, without those that the kernel makes by itself.
    var routes: [(words: [String], isIPv6: Bool)] = []
    var files: [File] = []
    var hasSystemd = false
    var hasNetplan = false
    /// Whether what netplan writes for systemd-networkd finds a card by the address that is burnt in, which no bridge has.
    var netplanFindsPermanent = false
    /// What keeps the interface, as NetworkManager names it; nil where it does not.
    var connection: String?
    /// Its settings.
    var connectionFields: [(name: String, value: String)] = []
    /// The names of all connections that NetworkManager knows.
    var connectionNames: Set<String> = []
    /// What systemd-networkd reads of the interface; nil where it does not keep it.
    var networkdFile: String?
    /// What the network scripts of CentOS 7 have settings for.
    var ifcfgNames: Set<String> = []
    /// By which systemd-networkd tells DHCP servers the card from the host's others, besides its address.
    var dhcpIdentity: String?
    var hasIfup = false
    /// Bridges that Roost has made on it, and whether somebody has confirmed them.
    var made: [String: Bool] = [:]
    /// Bridges that wait for being confirmed.
    var pending: Set<String> = []

    static func == (left: Self, right: Self) -> Bool { left.comparable == right.comparable }
    func hash(into hasher: inout Hasher) { hasher.combine(comparable) }
    private var comparable: [String] {
        [String(describing: links), String(describing: addresses), String(describing: files)]
    }

    init() {}

    /// Reads what ``script(nic:)`` writes.
    init(answer: String) {
        var file: File?
        func keep(_ facts: inout Self) {
            if let file { facts.files.append(file) }
            file = nil
        }
        for line in answer.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.first == "|" {
                file?.text += line.dropFirst() + "\n"
                continue
            }
            keep(&self)
            let words = line.split(separator: " ").map(String.init)
            guard let first = words.first else { continue }
            switch (first, words.count) {
            case ("file", 3...):
                file = File(path: words[2...].joined(separator: " "), mode: words[1], text: "")
            case ("systemd", _): hasSystemd = true
            case ("netplan", _): hasNetplan = true
            case ("netplan-permanent", _): netplanFindsPermanent = true
            case ("ifup", _): hasIfup = true
            case ("nm", 2...): connection = words[1]
            case ("nmname", 2...): connectionNames.insert(words[1...].joined(separator: " "))
            case ("nmfield", 2...):
                connectionFields.append((words[1], words.count > 2 ? words[2...].joined(separator: " ") : ""))
            case ("networkd", 2...): networkdFile = words[1...].joined(separator: " ")
            case ("iaid", 2): dhcpIdentity = words[1]
            case ("ifcfg", 2): ifcfgNames.insert(words[1])
            case ("made", 3...): made[words[1]] = words[2] == "kept"
            case ("pending", 2...): pending.insert(words[1])
            case ("address", _): readAddress(words)
            case ("route4", 2...), ("route6", 2...): readRoute(words)
            case (_, 3...): readLink(words)
            default: break
            }
        }
        keep(&self)
    }

    private mutating func readLink(_ words: [String]) {
        let name = words[1]
        switch words[0] {
        case "link": links[name, default: Link(name: name)].mac = words[2]
        case "mtu": links[name]?.mtu = Int(words[2]) ?? 1500
        case "kind" where words[2] == "772": links[name]?.isLoopback = true
        case "up": links[name]?.isUp = Int(words[2].dropFirst(2), radix: 16).map { $0 & 1 == 1 } ?? false
        case "bridge":
            links[name]?.isBridge = true
            links[name]?.hasSTP = words[2] != "0"
        case "wireless": links[name]?.isWireless = true
        case "master": links[name]?.master = words[2]
        case "upper": links[name]?.uppers.append(words[2])
        default: break
        }
    }

    /// `address 2: eth0    inet 10.0.0.5/24 brd … scope global dynamic eth0`
    private mutating func readAddress(_ words: [String]) {
        guard words.count > 4, words[3] == "inet" || words[3] == "inet6", words.contains("global"),
            IPNetwork.parse(words[4]) != nil
        else { return }
        addresses.append(
            Address(
                device: String(words[2].prefix { $0 != "@" }), text: words[4], isIPv6: words[3] == "inet6",
                isDynamic: words.contains("dynamic")))
    }

    private mutating func readRoute(_ words: [String]) {
        let route = Array(words.dropFirst())
        if let index = route.firstIndex(of: "proto"), index + 1 < route.count, route[index + 1] == "kernel" { return }
        guard let index = route.firstIndex(of: "dev"), index + 1 < route.count,
            route[0] == "default" || IPNetwork.parse(route[0]) != nil || IPAddress(route[0]) != nil
        else { return }
        routes.append((route, words[0] == "route6"))
    }

    /// Those that a person, or a manager's file, gave it.
    func fixedAddresses(of nic: String) -> [Address] { addresses.filter { $0.device == nic && !$0.isDynamic } }

    func routes(of nic: String) -> [(words: [String], isIPv6: Bool)] {
        routes.filter { route in
            route.words.firstIndex(of: "dev").map { route.words[$0 + 1] == nic } ?? false
        }
    }

    /// The routers that default routes by it lead to.
    func gateways(of nic: String) -> [String] {
        routes(of: nic).filter { $0.words[0] == "default" }.compactMap { Self.gateway(of: $0.words) }
    }

    static func gateway(of route: [String]) -> String? {
        guard let index = route.firstIndex(of: "via"), index + 1 < route.count else { return nil }
        // A route of IPv4 may lead by a router of IPv6.
        let words = route[(index + 1)...].filter { $0 != "inet6" && $0 != "inet" }
        return words.first.flatMap(IPAddress.init)?.description
    }

    /// Ports of a bridge.
    func ports(of bridge: String) -> [String] { links.values.filter { $0.master == bridge }.map(\.name).sorted() }
}

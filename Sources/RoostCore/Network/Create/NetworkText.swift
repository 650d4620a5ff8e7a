/// Reads what a person writes of a network. What is wrong is a ``Failure`` of kind usage.
enum NetworkText {
    static func checkName(_ name: String, kind: String = "network") throws(Failure) {
        try StorageName.check(name, kind: kind)
        guard !name.contains(where: { "*?[]".contains($0) }) else {
            throw Failure(
                .usage, "\(ValueProblem.quote(name)) cannot be the name of a \(kind)",
                why: "it holds one of * ? [ ], and commands take such a name for a pattern")
        }
        guard name.first?.isWhitespace == false, name.last?.isWhitespace == false else {
            throw Failure(
                .usage, "\(ValueProblem.quote(name)) cannot be the name of a \(kind)",
                why: "it starts or ends with a blank")
        }
    }

    static func vlan(_ text: String, option: String) throws(Failure) -> Int {
        guard let number = number(text), (1...4094).contains(number) else {
            throw Failure(.usage, "\(option): \(ValueProblem.quote(text)) is no VLAN", remedy: "VLANs are 1 to 4094.")
        }
        return number
    }

    static func mtu(_ text: String, hasIPv6: Bool) throws(Failure) -> UInt {
        let least = hasIPv6 ? 1280 : 68
        guard let number = number(text), (least...65_535).contains(number) else {
            throw Failure(
                .usage, "--mtu: \(ValueProblem.quote(text)) is no size of packets",
                remedy: "Give bytes, \(least) to 65535\(hasIPv6 ? ": IPv6 needs 1280" : "").")
        }
        return UInt(number)
    }

    static func domain(_ text: String, option: String) throws(Failure) -> String {
        guard GuestHostname.isValid(text) else {
            throw Failure(
                .usage, "\(option): \(ValueProblem.quote(text)) is no DNS name",
                remedy: "Use letters, digits and '-', in parts of 63 at most that dots divide.")
        }
        return text
    }

    static func interface(_ text: String, option: String) throws(Failure) -> String {
        do throws(ValueProblem) {
            let name = try InterfaceName.check(text)
            guard !name.isEmpty, name.unicodeScalars.allSatisfy(OptionText.isPrintable), !name.hasPrefix("-") else {
                throw ValueProblem("the name is empty or holds what no interface's name does", remedy: "See: ip link")
            }
            return name
        } catch {
            throw Failure(.usage, "\(option): \(error.what)", remedy: error.remedy)
        }
    }

    /// - Throws: ``Failure`` where the range is not of the subnet, or holds the host's own address at an end.
    static func range(_ text: String, option: String = "--dhcp") throws(Failure) -> AddressRange {
        guard let range = AddressRange(text), !range.first.isIPv6 else {
            throw Failure(
                .usage, "\(option): \(ValueProblem.quote(text)) is no range of addresses",
                remedy: "Write it as in \(option) 192.168.150.100-192.168.150.200, or 192.168.150.100-200")
        }
        return range
    }

    static func check(_ range: AddressRange, in subnet: NetworkSubnet) throws(Failure) {
        func fail(_ why: String) -> Failure {
            Failure(
                .usage, "DHCP cannot give out \(range)", why: why,
                remedy: subnet.dhcpRange.map { "Stay within \($0)." })
        }
        guard subnet.network.usable.contains(range.first), subnet.network.usable.contains(range.last) else {
            throw fail("the network is \(subnet.network)")
        }
        guard !range.contains(subnet.address) else { throw fail("\(subnet.address) is the host's own address") }
        guard range.count <= 65_535 else { throw fail("libvirt takes 65535 addresses at most") }
    }

    private static func number(_ text: String) -> Int? {
        (1...5).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}

/// Names that a network's DNS server knows for an address.
public struct NetworkDNSName: Hashable, Sendable, Codable {
    public var names: [String]
    public var address: IPAddress

    public init(names: [String], address: IPAddress) {
        self.names = names
        self.address = address
    }

    /// Reads `NAME[,NAME…]=ADDRESS`.
    /// - Throws: ``Failure`` of kind usage.
    init(parsing text: String) throws(Failure) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPAddress(parts[1]) else {
            throw Failure(
                .usage, "--dns-name: \(ValueProblem.quote(text)) is not NAME=ADDRESS",
                remedy: "Write it as in --dns-name db.lab=192.168.150.10")
        }
        let names = parts[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        for name in names { _ = try NetworkText.domain(name, option: "--dns-name") }
        self.init(names: names, address: address)
    }
}

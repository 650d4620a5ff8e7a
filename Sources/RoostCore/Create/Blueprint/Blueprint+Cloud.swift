import LibvirtXML

extension BlueprintContext {
    /// Gives each card an address, where the guest is told of its network by that: what it is not told of stays off.
    func fixAddresses(
        of interfaces: inout [LibvirtXML.Interface], using generator: inout some Swift.RandomNumberGenerator
    ) {
        guard request.cloud?.network != nil else { return }
        for index in interfaces.indices where interfaces[index].mac == nil {
            interfaces[index].mac = Self.hardwareAddress(using: &generator)
        }
    }

    /// An address for a card that none of these has.
    static func hardwareAddress(except taken: Set<String>) -> String {
        var generator = SystemRandomNumberGenerator()
        while true {
            let address = hardwareAddress(using: &generator)
            if !taken.contains(address) { return address }
        }
    }

    private static func hardwareAddress(using generator: inout some Swift.RandomNumberGenerator) -> String {
        let tail = (0..<3).map { _ in
            let octet = String(UInt8.random(in: .min ... .max, using: &generator), radix: 16)
            return octet.utf8.count == 1 ? "0\(octet)" : octet
        }
        // QEMU's own prefix, as libvirt takes it too.
        return "52:54:00:" + tail.joined(separator: ":")
    }

    /// A UUID of version 4.
    static func uuid(using generator: inout some Swift.RandomNumberGenerator) -> String {
        var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        bytes[6] = bytes[6] & 0x0f | 0x40
        bytes[8] = bytes[8] & 0x3f | 0x80
        let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        let cuts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
        return cuts.map { hex[$0].joined() }.joined(separator: "-")
    }
}

import LibvirtXML

/// The devices that a machine tries to boot from, first first.
struct BootOrder {
    private static let kinds = ["hd", "cdrom", "network"]

    private let wanted: [String]
    private let machine: String
    private let reference: String

    /// - Parameter wanted: targets of disks, MAC addresses, or `hd`, `cdrom` and `network` for all of a kind.
    init(_ wanted: [String], of machine: String, _ reference: String) {
        (self.wanted, self.machine, self.reference) = (wanted, machine, reference)
    }

    /// Orders these, and has all others not tried at all.
    /// - Throws: ``Failure`` of kind notFound or usage.
    func apply(to domain: inout LibvirtXML.Domain) throws(Failure) {
        var order: [String] = []
        for word in wanted {
            guard !order.contains(word) || Self.kinds.contains(word) else {
                throw Failure(.usage, "The boot order names \(word) twice", remedy: "Name each device once.")
            }
            // After one that was named by itself come the others of its kind.
            order += try devices(word, domain).filter { !order.contains($0) }
        }
        // libvirt refuses both ways at once.
        domain.os.bootDevices = []
        var disks = domain.devices.disks
        for index in disks.indices {
            disks[index].bootOrder = Self.place(disks[index].target, order)
        }
        domain.devices.disks = disks
        var interfaces = domain.devices.interfaces
        for index in interfaces.indices {
            interfaces[index].bootOrder = Self.place(interfaces[index].mac?.lowercased(), order)
        }
        domain.devices.interfaces = interfaces
    }

    private static func place(_ device: String?, _ order: [String]) -> UInt? {
        device.flatMap(order.firstIndex).map { UInt($0) + 1 }
    }

    private func devices(_ word: String, _ domain: LibvirtXML.Domain) throws(Failure) -> [String] {
        let disks = domain.devices.disks
        let cards = domain.devices.interfaces.compactMap { $0.mac?.lowercased() }
        let found: [String]
        switch word {
        case "hd": found = disks.filter { $0.device == .disk || $0.device == nil }.compactMap(\.target)
        case "cdrom": found = disks.filter { $0.device == .cdrom }.compactMap(\.target)
        case "network": found = cards
        default:
            found = disks.compactMap(\.target).filter { $0 == word } + cards.filter { $0 == word.lowercased() }
        }
        guard found.isEmpty else { return found }
        let known = (disks.compactMap(\.target) + cards).joined(separator: ", ")
        throw Failure(
            .notFound, "\(machine) has nothing called '\(word)' to boot from",
            why: known.isEmpty ? "it has neither disks nor interfaces" : "it has \(known)",
            remedy: "See them: roost show \(reference)")
    }
}

internal import Libvirt
internal import LibvirtXML

extension Machine {
    /// Prepares a session at the serial console; ``ConsoleSession/follow(force:_:)`` begins it.
    /// - Parameter device: alias of a serial port or console, such as `serial1`; nil for the first one.
    /// - Throws: ``Failure`` of kind unsupported when the machine has no console that can be joined, of kind
    ///   notFound when it runs and has no such device.
    public func console(device: String? = nil) async throws(Failure) -> ConsoleSession {
        let task = "Cannot open the console of \(label)"
        let text = try await doing(task) { () throws(LibvirtError) in try await domain.xml() }
        guard let xml = try? LibvirtXML.Domain(parsing: text) else {
            throw Failure(.general, task, why: "libvirt's description of it cannot be read")
        }
        let isActive = try await doing(task) { () throws(LibvirtError) in try await domain.isActive() }
        if let device {
            // Libvirt gives the aliases when the machine starts.
            let known = Self.consoleAliases(of: xml.devices)
            guard !isActive || known.contains(device) else {
                throw Failure(
                    .notFound, task, why: "it has no serial port or console '\(device)'",
                    remedy: known.isEmpty
                        ? "roost show \(reference) lists its devices."
                        : "It has: \(known.joined(separator: ", ")).")
            }
        } else if let problem = Self.consoleProblem(of: xml.devices) {
            throw Failure(
                .unsupported, task, why: problem,
                remedy: "\(isActive ? "Shut it down, add" : "Add") <console type='pty'/> to its devices with "
                    + "roost edit \(reference), and start it\(isActive ? " again" : "").")
        }
        return ConsoleSession(machine: self, device: device)
    }

    /// What a console can be asked for by, in the order in which libvirt looks for it.
    static func consoleAliases(of devices: Devices) -> [String] {
        let aliases = devices.consoles.compactMap(\.alias) + devices.serials.compactMap(\.alias)
        return aliases.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Why nobody can join the first console; nil when it can be joined.
    static func consoleProblem(of devices: Devices) -> String? {
        guard let type = devices.consoles.first?.type ?? devices.serials.first?.type else {
            return "it has no serial console"
        }
        return type == .pty || type == .unix
            ? nil : "its console is of the type \(type.rawValue), which nobody can join"
    }
}

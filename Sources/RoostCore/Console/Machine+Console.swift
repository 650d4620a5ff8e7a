internal import Libvirt
internal import LibvirtXML

extension Machine {
    /// Prepares a session at the serial console; ``ConsoleSession/follow(force:_:)`` begins it.
    /// - Parameter device: alias of a serial port or console, such as `serial1`; nil for the first one.
    /// - Throws: ``Failure`` of kind unsupported when the machine has no console that can be joined.
    public func console(device: String? = nil) async throws(Failure) -> ConsoleSession {
        let task = "Cannot open the console of \(name)"
        let text = try await doing(task) { () throws(LibvirtError) in try await domain.xml() }
        guard let xml = try? LibvirtXML.Domain(parsing: text) else {
            throw Failure(.general, task, why: "libvirt's description of it cannot be read")
        }
        if device == nil, let problem = Self.consoleProblem(of: xml.devices) {
            throw Failure(
                .unsupported, task, why: problem,
                remedy:
                    "Shut it down, add <console type='pty'/> to its devices with roost edit \(ShellWord.quoted(name)), and start it again."
            )
        }
        return ConsoleSession(machine: self, device: device)
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

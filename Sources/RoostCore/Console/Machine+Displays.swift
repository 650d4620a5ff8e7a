internal import Libvirt
internal import LibvirtXML

extension Machine {
    /// How its screen is reached now, the best way first.
    /// - Throws: ``Failure``: of kind state when it is off, of kind unsupported when it has no graphics.
    public func displays() async throws(Failure) -> [MachineDisplay] {
        let (graphics, tellsSecrets) = try await liveGraphics()
        let displays = graphics.map { MachineDisplay($0, tellsSecrets: tellsSecrets) }
            .filter { $0.port != nil || $0.tlsPort != nil || $0.socket != nil }
        guard !displays.isEmpty else {
            throw Failure(
                .unsupported, "Cannot show \(label)", why: "it has no graphics that can be connected to",
                remedy: "roost console \(reference) opens its serial console.")
        }
        return displays
    }

    /// What the display asks for. Never to be logged, nor to be put into an argument.
    public func password(of display: MachineDisplay) async throws(Failure) -> String? {
        try await liveGraphics().graphics.first { MachineDisplay($0, tellsSecrets: true) == display }?.password
    }

    private func liveGraphics() async throws(Failure) -> (graphics: [Graphics], tellsSecrets: Bool) {
        let task = "Cannot show \(label)"
        let text: String
        var tellsSecrets = true
        do {
            text = try await domain.xml(.secure)
        } catch {
            guard error.code == .operationDenied || error.code == .accessDenied else { throw Failure(task, error) }
            tellsSecrets = false
            text = try await doing(task) { () throws(LibvirtError) in try await domain.xml() }
        }
        guard let xml = try? LibvirtXML.Domain(parsing: text) else {
            throw Failure(.general, task, why: "libvirt's description of it cannot be read")
        }
        // The description itself says it: a machine may end between two questions.
        guard xml.id != nil else {
            throw Failure(.state, task, why: "\(label) is off", remedy: "roost start \(reference)")
        }
        return (xml.devices.graphics, tellsSecrets)
    }
}

extension Host {
    /// The name that other computers may reach it by, as it knows it itself; the URI where it tells none.
    public func hostname() async -> String { (try? await connection.hostname()) ?? name }
}

extension MachineDisplay {
    init(_ graphics: Graphics, tellsSecrets: Bool) {
        func port(_ number: Int?) -> Int? { number.flatMap { (1...65_535).contains($0) ? $0 : nil } }
        let listen = graphics.listens.first
        self.init(
            type: graphics.type?.rawValue ?? "unknown", address: graphics.listen ?? listen?.address,
            port: port(graphics.port), tlsPort: port(graphics.tlsPort), webSocketPort: port(graphics.websocket),
            socket: listen?.socket ?? graphics.socket,
            needsPassword: tellsSecrets ? graphics.password?.isEmpty == false : nil)
    }
}

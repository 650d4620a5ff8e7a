import LibvirtXML

extension MachineInterface {
    /// - Parameter addresses: by MAC address in lower case.
    init(_ interface: Interface, _ addresses: [String: [MachineAddress]]) {
        let source: String? =
            switch interface.source {
            case .network(let name), .bridge(let name): name
            case .direct(let device, _): device
            case .user, .ethernet, .other, nil: nil
            }
        self.init(
            mac: interface.mac, model: interface.model?.rawValue, type: interface.type?.rawValue, source: source,
            device: interface.target, addresses: interface.mac.flatMap { addresses[$0.lowercased()] } ?? [])
    }
}

extension MachineGraphics {
    init(_ graphics: Graphics, maySeeSecrets: Bool) {
        func known(_ port: Int?) -> Int? { port.flatMap { $0 > 0 ? $0 : nil } }
        self.init(
            type: graphics.type?.rawValue ?? "unknown", listen: graphics.listen, port: known(graphics.port),
            tlsPort: known(graphics.tlsPort),
            socket: graphics.socket ?? graphics.listens.compactMap(\.socket).first,
            hasPassword: maySeeSecrets ? graphics.password != nil : nil)
    }
}

extension StorageSource {
    /// For people: a path, `POOL/VOLUME` or a URL.
    var text: String {
        switch self {
        case .file(let path), .block(let path), .directory(let path): path
        case .volume(let pool, let name): "\(pool)/\(name)"
        case .network(let network):
            "\(network.protocol)://"
                + network.hosts.map { host in
                    (host.name ?? host.socket ?? "") + (host.port.map { ":\($0)" } ?? "")
                }.joined(separator: ",") + "/" + (network.name ?? "")
        case .other(let type): type.rawValue
        }
    }
}

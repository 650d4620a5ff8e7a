import XMLTree

extension MachineMetadata {
    /// The ports of its host that lead to it.
    public var ports: [PublishedPort] {
        get { children("forward").compactMap(PublishedPort.init(element:)) }
        set { setChildren("forward", newValue.map(\.attributes)) }
    }

    /// Whether its address was kept for the sake of its ports, and is given free with them.
    public var keepsAddressForPorts: Bool {
        get { !children("reserved").isEmpty }
        set { setChildren("reserved", newValue ? [[("for", "forward")]] : []) }
    }
}

extension PublishedPort {
    fileprivate init?(element: XMLElement) {
        guard let transport = element["protocol"].flatMap(Transport.init(rawValue:)),
            let port = element["port"].flatMap({ UInt16($0) }), let guestPort = element["to"].flatMap({ UInt16($0) }),
            let address = element["address"].flatMap({ IPAddress($0) }),
            let network = element["network"].flatMap({ IPNetwork($0) })
        else { return nil }
        self.init(
            transport: transport, bind: element["bind"].flatMap { IPAddress($0) }, port: port, guestPort: guestPort,
            address: address, network: network)
    }

    fileprivate var attributes: [(String, String)] {
        [("protocol", transport.rawValue)] + (bind.map { [("bind", $0.description)] } ?? [])
            + [
                ("port", "\(port)"), ("address", address.description), ("to", "\(guestPort)"),
                ("network", network.description),
            ]
    }
}

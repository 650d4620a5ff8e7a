/// Where a graphical display can be reached.
public enum GraphicsListen: Sendable, Equatable {
    case address(String)
    /// Nowhere but through libvirt.
    case none
    /// A UNIX socket whose path libvirt chooses.
    case socket

    /// Whether only programs of the host itself can connect. A name may resolve to anything, so it does not count.
    public var isLocal: Bool {
        switch self {
        case .none, .socket: true
        case .address(let address): address == "::1" || address == "localhost" || address.hasPrefix("127.")
        }
    }
}

extension ValueKind where Value == GraphicsListen {
    static var listen: Self {
        ValueKind(
            placeholder: "ADDRESS|none|socket",
            parse: { (text, _) throws(ValueProblem) in
                if text == "none" { return .none }
                if text == "socket" { return .socket }
                guard HostAddress.isValid(text) else {
                    throw ValueProblem(
                        "\(ValueProblem.quote(text)) is not an address",
                        remedy:
                            "Write 127.0.0.1, 0.0.0.0, ::1, a host's name, none or socket; the port is given by port=.")
                }
                return .address(text)
            },
            render: { listen in
                switch listen {
                case .address(let address): address
                case .none: "none"
                case .socket: "socket"
                }
            })
    }
}

/// How an interface gets its hardware address.
public enum MACChoice: Sendable, Equatable {
    /// One is generated; virt-install's word for it is RANDOM.
    case random
    case fixed(MACAddress)
}

extension ValueKind where Value == MACChoice {
    static var mac: Self {
        ValueKind(
            placeholder: "52:54:00:…|RANDOM",
            parse: { (text, _) throws(ValueProblem) in
                text.uppercased() == "RANDOM" ? .random : .fixed(try MACAddress(text))
            },
            render: { choice in
                switch choice {
                case .random: "RANDOM"
                case .fixed(let address): address.description
                }
            })
    }
}

extension ValueKind where Value == Int {
    /// A whole number, decimal or hexadecimal with `0x`.
    static func number(_ range: ClosedRange<Int>) -> Self {
        ValueKind(
            placeholder: "N",
            parse: { (text, _) throws(ValueProblem) in
                let isHex = text.hasPrefix("0x") || text.hasPrefix("0X")
                let parsed = isHex ? Int(text.dropFirst(2), radix: 16) : Int(text)
                guard let number = parsed, range.contains(number), !text.hasPrefix("+"), !text.hasPrefix("0x-") else {
                    throw ValueProblem(
                        "\(ValueProblem.quote(text)) is not a number from \(range.lowerBound) to \(range.upperBound)",
                        remedy: "Give a whole number in that range.")
                }
                return number
            }, render: { "\($0)" })
    }
}

extension ValueKind where Value == PortChoice {
    /// A TCP port of the host, or `auto` (also -1) to let the host choose.
    static func port(_ range: ClosedRange<Int>) -> Self {
        ValueKind(
            placeholder: "PORT|auto",
            parse: { (text, _) throws(ValueProblem) in
                if text == "auto" || text == "-1" { return .automatic }
                guard let port = Int(text), range.contains(port), !text.hasPrefix("+") else {
                    throw ValueProblem(
                        "\(ValueProblem.quote(text)) is not a port from \(range.lowerBound) to \(range.upperBound)",
                        remedy: "Give such a port, or auto to let the host choose.")
                }
                return .fixed(port)
            },
            render: { choice in
                switch choice {
                case .automatic: "auto"
                case .fixed(let port): "\(port)"
                }
            })
    }
}

extension ValueKind where Value == UInt64 {
    /// A disk's size in GiB, or with a unit; in bytes, a multiple of a 512-byte sector.
    static var gibibytes: Self {
        ValueKind(
            placeholder: "GiB",
            parse: { (text, _) throws(ValueProblem) in
                try ByteSize.parse(
                    text, unit: 1 << 30, granularity: 512, example: "Give GiB (100, 0.5) or a unit (500M, 2T).")
            }, render: ByteSize.render)
    }

    /// Memory in MiB, or with a unit; in bytes, a multiple of libvirt's unit of 1 KiB.
    static var mebibytes: Self {
        ValueKind(
            placeholder: "MiB",
            parse: { (text, _) throws(ValueProblem) in
                try ByteSize.parse(text, unit: 1 << 20, granularity: 1024, example: "Give MiB (4096) or a unit (4G).")
            }, render: ByteSize.render)
    }
}

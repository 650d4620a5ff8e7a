extension ValueKind where Value == String {
    /// Any text.
    static func text(_ placeholder: String) -> Self {
        ValueKind(placeholder: placeholder, parse: { (text, _) throws(ValueProblem) in text }, render: { $0 })
    }

    /// Any text, up to the next known name: commas in it need no quotes.
    static func textWithCommas(_ placeholder: String) -> Self {
        ValueKind(
            placeholder: placeholder, commas: .untilKnownName, parse: { (text, _) throws(ValueProblem) in text },
            render: { $0 })
    }

    /// Text that errors do not repeat and a shown command leaves out.
    static var secret: Self {
        ValueKind(
            placeholder: "PASSWORD", isSecret: true, parse: { (text, _) throws(ValueProblem) in text }, render: { $0 })
    }

    /// A word of an open vocabulary: hypervisors know more than Roost, so only the shape is checked.
    /// - Parameter known: words that the help names.
    static func word(_ known: String...) -> Self {
        ValueKind(
            placeholder: known.isEmpty ? "WORD" : known.joined(separator: "|") + "|…", known: known,
            parse: { (text, _) throws(ValueProblem) in
                guard text.utf8.count <= 128, text.unicodeScalars.allSatisfy({ isWordScalar($0) }) else {
                    throw ValueProblem(
                        "\(ValueProblem.quote(text)) is not a plain word",
                        remedy: "Use letters, digits and . _ : + - only"
                            + (known.isEmpty ? "." : ", for example \(known.joined(separator: ", "))."))
                }
                return text
            }, render: { $0 })
    }

    /// A word of a small vocabulary that all supported versions of libvirt share.
    static func choice(_ known: String...) -> Self {
        ValueKind(
            placeholder: known.joined(separator: "|"), known: known,
            parse: { (text, _) throws(ValueProblem) in
                guard known.contains(text) else { throw unknownChoice(text, known) }
                return text
            }, render: { $0 })
    }

    /// A name of an object of libvirt, such as a network or a pool.
    static func name(_ placeholder: String) -> Self {
        ValueKind(
            placeholder: placeholder,
            parse: { (text, _) throws(ValueProblem) in
                guard text.utf8.count <= 255, !text.contains("/"), text != ".", text != ".." else {
                    throw ValueProblem(
                        "\(ValueProblem.quote(text)) is not a name", remedy: "A name has at most 255 bytes and no '/'.")
                }
                return text
            }, render: { $0 })
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "._:+-".unicodeScalars.contains(scalar))
    }
}

extension ValueKind where Value == Bool {
    static var flag: Self { flag(yes: "yes", no: "no") }

    /// A switch with words of its own, such as up and down; yes and no are understood as well.
    static func flag(yes: String, no: String) -> Self {
        ValueKind(
            placeholder: "\(yes)|\(no)",
            parse: { (text, _) throws(ValueProblem) in
                switch text.lowercased() {
                case yes, "y", "yes", "1", "true", "t", "on": return true
                case no, "n", "no", "0", "false", "f", "off": return false
                default:
                    throw ValueProblem(
                        "\(ValueProblem.quote(text)) is neither \(yes) nor \(no)", remedy: "Write \(yes) or \(no).")
                }
            }, render: { $0 ? yes : no })
    }
}

extension ValueKind where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of an enumeration's cases, by its raw value.
    static var choice: Self {
        let known = Value.allCases.map(\.rawValue)
        return ValueKind(
            placeholder: known.joined(separator: "|"), known: known,
            parse: { (text, _) throws(ValueProblem) in
                guard let value = Value(rawValue: text) else { throw unknownChoice(text, known) }
                return value
            }, render: \.rawValue)
    }
}

extension ValueKind {
    fileprivate static func unknownChoice(_ text: String, _ known: [String]) -> ValueProblem {
        let nearest = Spelling.nearest(to: text, among: known).map { "; did you mean '\($0)'?" } ?? ""
        return ValueProblem(
            "\(ValueProblem.quote(text)) is not one of its values\(nearest)",
            remedy: "Known: \(known.joined(separator: ", ")).")
    }
}

/// The rules of Linux for the name of a network interface.
enum InterfaceName {
    static func check(_ text: String) throws(ValueProblem) -> String {
        let bad: (Unicode.Scalar) -> Bool = { $0 == "/" || $0 == ":" || $0.properties.isWhitespace }
        guard text.utf8.count <= 15, text != ".", text != "..", !text.unicodeScalars.contains(where: bad) else {
            throw ValueProblem(
                "\(ValueProblem.quote(text)) cannot be a network interface",
                remedy: "Linux allows 15 bytes at most, without '/', ':' or blanks; 'ip link' lists the interfaces.")
        }
        return text
    }
}

extension ValueKind where Value == String {
    /// A network interface of the host.
    static func interface(_ placeholder: String) -> Self {
        ValueKind(
            placeholder: placeholder, parse: { (text, _) throws(ValueProblem) in try InterfaceName.check(text) },
            render: { $0 })
    }
}

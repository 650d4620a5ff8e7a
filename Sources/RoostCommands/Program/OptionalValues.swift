/// Options whose value may be left out, as virt-install's `--wait` and `--wait 30`: the parser has none of that kind, so
/// they are given their value with `=`, or the one that means the same as none.
enum OptionalValues {
    /// - Parameter arguments: of the whole command line.
    static func joined(_ arguments: [String]) -> [String] {
        guard arguments.first(where: { !$0.hasPrefix("-") }) == "create" else { return arguments }
        var joined: [String] = []
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if word == "--" { return joined + [word] + rest }
            guard word == "--wait" else {
                joined.append(word)
                continue
            }
            // Anything but a number is the next option, or the machine's name.
            if let value = rest.first, Int(value) != nil || value == "ready" {
                joined.append("--wait=\(value)")
                rest = rest.dropFirst()
            } else {
                joined.append("--wait=-1")
            }
        }
        return joined
    }
}

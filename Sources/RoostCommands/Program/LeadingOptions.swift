/// Lets the options that every command takes stand in front of it: `roost --host X list` is `roost list --host X`.
enum LeadingOptions {
    private static let movable = ["--host", "--server"]
    private static let movableFlags = ["--all-hosts"]

    /// Moves leading options behind the command's other words, but not past a `--`.
    static func moved(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var leading: [String] = []
        while let word = rest.first {
            if movable.contains(word), rest.count > 1 {
                leading += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else if movableFlags.contains(word) || movable.contains(where: { word.hasPrefix($0 + "=") }) {
                leading.append(word)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + leading + Array(rest[end...])
    }
}

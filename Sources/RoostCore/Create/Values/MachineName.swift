/// The rules for a machine's name, stricter than libvirt's where a name would be a trap in a file name or a terminal.
public enum MachineName {
    /// Room for the suffixes of the files that libvirt and Roost name after a machine (255 bytes a name).
    public static let maximumBytes = 200

    /// - Throws: `RequestError` naming `option` when no machine should have this name.
    public static func check(_ name: String, option: String = "--name") throws(RequestError) {
        func fail(_ what: String, _ remedy: String) -> RequestError {
            RequestError(option: option, what: what, remedy: remedy)
        }
        let shown = ValueProblem.quote(name)
        guard !name.isEmpty else { throw fail("the name is empty", "Give a name, such as --name web1.") }
        guard name.utf8.count <= maximumBytes else {
            throw fail("\(shown) is longer than \(maximumBytes) bytes", "Choose a shorter name; --title may be long.")
        }
        guard name.unicodeScalars.allSatisfy(OptionText.isPrintable) else {
            throw fail("\(shown) holds a control character or a line break", "Remove it.")
        }
        guard !name.contains("/") else {
            throw fail("\(shown) contains '/', and files are named after the machine", "Use '-' or '.' instead.")
        }
        guard !name.contains(where: { "*?[]".contains($0) }) else {
            throw fail(
                "\(shown) holds one of * ? [ ], and commands take such a name for a pattern that stands for many machines",
                "Use letters, digits, '-' and '.'.")
        }
        guard name != ".", name != ".." else { throw fail("\(shown) is a directory", "Choose another name.") }
        guard !name.hasPrefix("-") else {
            throw fail("\(shown) starts with '-', so every command would read it as an option", "Start with a letter.")
        }
        guard name.first?.isWhitespace == false, name.last?.isWhitespace == false else {
            throw fail("\(shown) starts or ends with a blank", "Remove the blank.")
        }
    }
}

/// The rules for the names of pools, networks and volumes: libvirt makes file names of them.
enum StorageName {
    /// The longest name of a file on Linux, in bytes.
    private static let maximumBytes = 255

    /// - Parameters:
    ///   - kind: "pool" or "volume".
    ///   - reserved: how many bytes of a file's name must stay free for a suffix.
    /// - Throws: ``Failure`` of kind usage.
    static func check(_ name: String, kind: String, reserved: Int = 0) throws(Failure) {
        let shown = ValueProblem.quote(name)
        func fail(_ why: String) -> Failure { Failure(.usage, "\(shown) cannot be the name of a \(kind)", why: why) }
        guard !name.isEmpty else { throw fail("it is empty") }
        guard name.utf8.count <= maximumBytes - reserved else {
            throw fail("it is longer than \(maximumBytes - reserved) bytes")
        }
        // Marks that turn the direction of writing make a name look like another one.
        guard name.unicodeScalars.allSatisfy({ OptionText.isPrintable($0) && $0.properties.generalCategory != .format })
        else { throw fail("it holds a control character or a line break") }
        guard !name.contains("/") else { throw fail("it contains '/'") }
        guard name != ".", name != ".." else { throw fail("it is a directory") }
        guard !name.hasPrefix("-") else { throw fail("it starts with '-', so commands would read it as an option") }
    }

    /// - Throws: ``Failure`` of kind usage when libvirt or a shell would trip over the path.
    static func checkPath(_ path: String, what: String) throws(Failure) {
        guard path.hasPrefix("/"), path.utf8.count < 4096, path.unicodeScalars.allSatisfy(OptionText.isPrintable) else {
            throw Failure(
                .usage, "\(ValueProblem.quote(path)) cannot be \(what)",
                remedy: "Give an absolute path without control characters.")
        }
    }
}

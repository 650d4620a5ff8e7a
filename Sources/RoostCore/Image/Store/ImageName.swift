/// The rules for what an image is called: its name becomes part of a file's name, with a version behind it.
enum ImageName {
    /// In bytes; leaves room for the version, the format and what an unfinished one is marked with.
    static let longest = 128

    /// - Throws: ``Failure`` of kind usage.
    static func check(_ name: String) throws(Failure) {
        let shown = ValueProblem.quote(name)
        func fail(_ why: String) -> Failure { Failure(.usage, "\(shown) cannot be the name of an image", why: why) }
        guard let first = name.utf8.first else { throw fail("it is empty") }
        guard name.utf8.count <= longest else { throw fail("it is longer than \(longest) bytes") }
        guard first.isLetterOrDigit, name.utf8.allSatisfy({ $0.isLetterOrDigit || "._+-".utf8.contains($0) }) else {
            throw fail("it is not made of letters, digits and . _ + -, beginning with a letter or a digit")
        }
    }

    /// What a file could be called as an image: its name without the endings that tell its format and its packing.
    /// - Returns: nil where nothing of it is left that could be a name.
    static func made(of file: String) -> String? {
        var name = file.split(separator: "/").last.map(String.init) ?? ""
        while let dot = name.lastIndex(of: "."), endings.contains(name[dot...].dropFirst().lowercased()) {
            name = String(name[..<dot])
        }
        name = String(
            name.unicodeScalars.map { Self.isPossible($0) ? Character($0) : "-" }.drop { $0 == "-" || $0 == "." })
        return (try? check(name)) == nil ? nil : name
    }

    private static func isPossible(_ scalar: Unicode.Scalar) -> Bool {
        UInt8(exactly: scalar.value).map { $0.isLetterOrDigit || "._+-".utf8.contains($0) } ?? false
    }

    private static let endings: Set<String> = ["qcow2", "img", "raw", "xz", "gz", "zst", "bz2"]
}

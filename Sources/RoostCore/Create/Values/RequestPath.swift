/// Turns paths as people write them into absolute paths of the host. No file is looked at.
enum RequestPath {
    /// Linux takes no longer path (`PATH_MAX` less its zero byte).
    static let maximumBytes = 4095

    /// Leading `.` and `..` are resolved against the working directory, which holds no symbolic links. A `..` further
    /// in stays: after a symbolic link only the host knows where it leads.
    static func resolve(_ text: String, in context: RequestContext) throws(ValueProblem) -> String {
        if let scheme = scheme(of: text) {
            throw ValueProblem(
                "\(ValueProblem.quote(text)) is a URL, and only files of the host can be used here",
                remedy: scheme == "file"
                    ? "Write the path alone: \(text.dropFirst("file://".count))."
                    : "Download it to the host first, then give its path.")
        }
        guard text.unicodeScalars.allSatisfy(OptionText.isPrintable), !text.isEmpty else {
            throw ValueProblem("the path is empty or holds a control character", remedy: "Rename the file.")
        }
        if text == "~" || text.hasPrefix("~/") {
            throw ValueProblem(
                "\(ValueProblem.quote(text)) was not expanded by the shell", remedy: "Write $HOME instead of ~.")
        }
        var path = text
        if !text.hasPrefix("/") {
            guard let directory = context.workingDirectory else {
                throw ValueProblem(
                    "\(ValueProblem.quote(text)) is relative, and paths are those of the remote host",
                    remedy: "Give the absolute path there.")
            }
            path = join(directory, text)
        }
        path = withoutEmptyParts(path)
        guard path.utf8.count <= maximumBytes else {
            throw ValueProblem("the path is longer than \(maximumBytes) bytes", remedy: "Use a shorter path.")
        }
        return path
    }

    /// `scheme` of `scheme://…`.
    private static func scheme(of text: String) -> String? {
        let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        guard name.first?.isLetter == true, text.dropFirst(name.count).hasPrefix("://") else { return nil }
        return name.lowercased()
    }

    private static func join(_ directory: String, _ relative: String) -> String {
        var base = directory.split(separator: "/")
        var parts = relative.split(separator: "/")[...]
        while let part = parts.first, part == "." || part == ".." {
            if part == "..", !base.isEmpty { base.removeLast() }
            parts.removeFirst()
        }
        return "/" + (base + parts).joined(separator: "/")
    }

    private static func withoutEmptyParts(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        return "/" + parts.joined(separator: "/")
    }
}

extension ValueKind where Value == String {
    /// A file of the host; relative ones start from the working directory.
    static var path: Self {
        ValueKind(
            placeholder: "PATH",
            parse: { (text, context) throws(ValueProblem) in try RequestPath.resolve(text, in: context) },
            render: { $0 })
    }
}

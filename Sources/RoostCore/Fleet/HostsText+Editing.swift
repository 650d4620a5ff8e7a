import Yams

extension HostsText {
    /// A changed text, and whether what a person wrote around the hosts is still there.
    struct Edited: Hashable, Sendable {
        let text: HostsText
        /// The layout left no other way than to write the whole file anew, without its comments.
        let isRewritten: Bool
    }

    /// Adds a host at the end, or puts it in the place of the one that has its name.
    func setting(_ entry: HostEntry, path: String) throws(Failure) -> Edited {
        var wanted = entries
        guard let index = wanted.firstIndex(where: { $0.name == entry.name }) else {
            return try edited(appending(entry), to: wanted + [entry], path: path)
        }
        wanted[index] = entry
        let block = blocks[index]
        var lines = lines
        // What a person noted between the fields stays.
        let comments = lines[block.lines].dropFirst().filter(Self.isComment)
        lines.replaceSubrange(
            block.lines, with: written(entry, column: block.column, fields: block.fieldColumn) + comments)
        return try edited(lines, to: wanted, path: path)
    }

    /// Takes a host out; comments above it stay.
    /// - Parameter index: of ``blocks``.
    func removing(_ index: Int, path: String) throws(Failure) -> Edited {
        var wanted = entries
        wanted.remove(at: index)
        var lines = lines
        lines.removeSubrange(blocks[index].lines)
        return try edited(lines, to: wanted, path: path)
    }

    /// - Parameter index: of ``blocks``.
    func renaming(_ index: Int, to name: String, path: String) throws(Failure) -> Edited {
        var wanted = entries
        wanted[index].name = name
        let block = blocks[index]
        var lines = lines
        let line = lines[block.lines.lowerBound]
        let start = line.unicodeScalars.index(
            line.unicodeScalars.startIndex, offsetBy: block.column, limitedBy: line.unicodeScalars.endIndex)
        guard let start else { return try edited(lines, to: wanted, path: path) }
        let old = block.entry.name
        let spelling = [old, "\"\(old)\"", "'\(old)'"].first { line[start...].hasPrefix($0) } ?? ""
        lines[block.lines.lowerBound] =
            line[..<start] + Self.word(name) + line[start...].dropFirst(spelling.count)
        return try edited(lines, to: wanted, path: path)
    }

    /// Reads the edited lines again: what they say is what counts.
    private func edited(_ lines: [String], to wanted: [HostEntry], path: String) throws(Failure) -> Edited {
        if let text = try? HostsText(lines.joined(separator: "\n"), path: path), text.entries == wanted {
            return Edited(text: text, isRewritten: false)
        }
        let all = ["hosts:"] + wanted.flatMap { written($0, column: 2, fields: 4) } + [""]
        let text = try HostsText(all.joined(separator: "\n"), path: path)
        guard text.entries == wanted else {
            throw Failure(.general, "Cannot write the hosts file", why: "it came out wrong")
        }
        return Edited(text: text, isRewritten: true)
    }

    /// The text without its newlines. A carriage return stays at the end of its line.
    private var lines: [String] {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    private func appending(_ entry: HostEntry) -> [String] {
        var lines = lines
        guard let hostsLine else {
            if lines.last?.isEmpty == true { lines.removeLast() }
            return lines + ["hosts:"] + written(entry, column: 2, fields: 4) + [""]
        }
        let last = blocks.last
        let added = written(entry, column: last?.column ?? 2, fields: last?.fieldColumn ?? 4)
        let end = blocks.map(\.lines.upperBound).max() ?? hostsLine
        lines.insert(contentsOf: added, at: end + 1)
        if end == lines.count - 1 - added.count { lines.append("") }
        return lines
    }

    private func written(_ entry: HostEntry, column: Int, fields: Int) -> [String] {
        let indent = String(repeating: " ", count: fields)
        var lines = [String(repeating: " ", count: column) + Self.word(entry.name) + ":"]
        switch entry.place {
        case .address(let address, let session):
            lines.append("\(indent)address: \(Self.word(address.description))")
            if session { lines.append("\(indent)session: true") }
        case .uri(let uri): lines.append("\(indent)uri: \(Self.word(uri.text))")
        }
        if let timeout = entry.timeout { lines.append("\(indent)timeout: \(timeout)") }
        return text.utf8.contains(0x0D) ? lines.map { $0 + "\r" } : lines
    }

    private static func isComment(_ line: String) -> Bool {
        line.unicodeScalars.first { !" \t".unicodeScalars.contains($0) } == "#"
    }

    /// As one word of YAML that is read as a text.
    private static func word(_ text: String) -> String {
        let isPlain =
            text.utf8.allSatisfy { $0.isLetterOrDigit || ".-_@:/?=&%+".utf8.contains($0) }
            && text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false && !text.hasSuffix(":")
            && Resolver.default.resolveTag(of: Node(text)) == .str
        guard !isPlain else { return text }
        let escaped = text.unicodeScalars.map { scalar in
            "\"\\".unicodeScalars.contains(scalar) ? "\\\(scalar)" : "\(scalar)"
        }
        return "\"\(escaped.joined())\""
    }
}

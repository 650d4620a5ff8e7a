import Yams

/// Goes through a parsed hosts file.
struct HostsReader {
    let path: String

    func read(_ root: Node?) throws(Failure) -> (blocks: [HostsText.Block], hostsLine: Int?) {
        guard let root, !isNothing(root) else { return ([], nil) }
        guard let top = try mapping(root) else {
            throw failure(root.mark?.line, "it does not begin with 'hosts:'")
        }
        var blocks: [HostsText.Block] = []
        var hostsLine: Int?
        for (key, value) in top {
            guard try text(key) == "hosts" else { throw unknown(key, known: ["hosts"]) }
            hostsLine = (key.mark?.line).map { $0 - 1 }
            guard !isNothing(value) else { continue }
            guard let hosts = try mapping(value) else {
                throw failure(value.mark?.line, "'hosts' does not hold names of hosts")
            }
            for (name, fields) in hosts { blocks.append(try block(name, fields)) }
        }
        return (blocks, hostsLine)
    }

    private func block(_ key: Node, _ value: Node) throws(Failure) -> HostsText.Block {
        let name = try text(key)
        let line = key.mark?.line
        if let flaw = HostName.flaw(in: name) { throw failure(line, "a host cannot be called '\(name)': \(flaw)") }
        guard let fields = try mapping(value) else {
            throw failure(value.mark?.line ?? line, "host '\(name)' has neither address nor uri")
        }
        var last = line ?? 1
        var values: [Field: Node] = [:]
        var column: Int?
        for (key, value) in fields {
            guard let field = Field(rawValue: try text(key)) else {
                throw unknown(key, known: Field.allCases.map(\.rawValue))
            }
            values[field] = value
            // Fields on the line of the name tell nothing about where those on lines of their own begin.
            if column == nil, let mark = key.mark, mark.line != line { column = mark.column - 1 }
            last = max(last, key.mark?.line ?? 0, value.mark?.line ?? 0)
        }
        let entry: HostEntry
        do throws(Failure) {
            let timeout = try values[.timeout].map { node throws(Failure) in try seconds(node) }
            entry = try HostEntry(name: name, place: try place(values, name, line), timeout: timeout)
        } catch {
            // Those of this reader name the line already.
            throw error.what == Self.task ? error : failure(line, "host '\(name)': \(error)")
        }
        let own = (key.mark?.column).map { $0 - 1 } ?? 0
        let first = (line ?? 1) - 1
        return HostsText.Block(
            entry: entry, lines: first...max(first, last - 1), column: own, fieldColumn: column ?? own + 2)
    }

    private enum Field: String, CaseIterable {
        case address
        case uri
        case session
        case timeout
    }

    private func place(_ values: [Field: Node], _ name: String, _ line: Int?) throws(Failure) -> HostEntry.Place {
        switch (values[.address], values[.uri]) {
        case (let address?, nil):
            let session = try values[.session].map { node throws(Failure) in try truth(node) } ?? false
            let text = try text(address)
            do throws(Failure) {
                return .address(try SSHDestination(text), session: session)
            } catch {
                throw failure(address.mark?.line, error.what)
            }
        case (nil, let uri?):
            if let session = values[.session] {
                throw failure(
                    session.mark?.line, "'session' goes with 'address'; a uri says itself which daemon it means")
            }
            let text = try text(uri)
            // The words that `HostURI` knows are for the command line.
            guard text.contains("://") else { throw failure(uri.mark?.line, "'\(text)' is not a libvirt URI") }
            do throws(Failure) {
                return .uri(try HostURI(text))
            } catch {
                throw failure(uri.mark?.line, "'\(text)' is not a libvirt URI")
            }
        case (_?, _?): throw failure(line, "host '\(name)' has both address and uri")
        case (nil, nil): throw failure(line, "host '\(name)' has neither address nor uri")
        }
    }
}

extension HostsReader {
    static let task = "Cannot read the hosts file"

    /// - Parameter line: counted from 1.
    func failure(_ line: Int?, _ reason: String) -> Failure {
        Failure(.usage, Self.task, why: "\(path)\(line.map { ", line \($0)" } ?? ""): \(reason)")
    }

    /// What the YAML parser found.
    func failure(_ error: any Error) -> Failure {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return failure(mark.line, problem)
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            return failure(context.mark.line, "'\(duplicates.first ?? "")' is there twice")
        case YamlError.reader(let problem, let offset, _, let yaml):
            let line = offset.map { yaml.utf8.prefix($0).count { $0 == 0x0A } + 1 }
            return failure(line, problem)
        default: return failure(nil, "it is not YAML")
        }
    }

    private func unknown(_ key: Node, known: [String]) -> Failure {
        let typed = key.scalar?.string ?? ""
        let near = Spelling.nearest(to: typed, among: known)
        let hint = near.map { "did you mean '\($0)'?" } ?? "known: \(known.joined(separator: ", "))"
        return failure(key.mark?.line, "'\(typed)' is not known here; \(hint)")
    }

    /// nil where the node is something else.
    private func mapping(_ node: Node) throws(Failure) -> Node.Mapping? {
        guard case .mapping(let mapping) = node else { return nil }
        try check(node, tag: mapping.tag)
        return mapping
    }

    private func scalar(_ node: Node) throws(Failure) -> Node.Scalar {
        guard case .scalar(let scalar) = node else { throw failure(node.mark?.line, "a single value is wanted here") }
        try check(node, tag: scalar.tag)
        return scalar
    }

    private func text(_ node: Node) throws(Failure) -> String {
        guard !isNothing(node) else { throw failure(node.mark?.line, "a value is missing") }
        return try scalar(node).string
    }

    private func truth(_ node: Node) throws(Failure) -> Bool {
        let scalar = try scalar(node)
        guard scalar.style == .plain, let value = Bool(scalar.string) else {
            throw failure(node.mark?.line, "'session' is true or false")
        }
        return value
    }

    private func seconds(_ node: Node) throws(Failure) -> Int {
        let scalar = try scalar(node)
        guard scalar.style == .plain, let value = Int(scalar.string), HostEntry.timeouts.contains(value) else {
            throw failure(node.mark?.line, "'timeout' takes seconds, from 1 to \(HostEntry.timeouts.upperBound)")
        }
        return value
    }

    /// Anchors and tags have no use here, and are how a small file becomes a large one.
    private func check(_ node: Node, tag: Tag) throws(Failure) {
        guard node.anchor == nil else { throw failure(node.mark?.line, "anchors and aliases are not for this file") }
        guard tag.rawValue.isEmpty || Self.plainTags.contains(tag.rawValue) else {
            throw failure(node.mark?.line, "the tag '\(tag)' is not for this file")
        }
    }

    /// What YAML takes a word for that has no tag; here all are texts.
    private static let plainTags = Set(
        ["str", "int", "float", "bool", "null", "timestamp", "merge", "map"].map { "tag:yaml.org,2002:\($0)" })

    private func isNothing(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }
}

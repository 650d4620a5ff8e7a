import Yams

/// Goes through a parsed hosts file.
struct HostsReader: StrictYAML {
    static let task = "Cannot read the hosts file"
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
}

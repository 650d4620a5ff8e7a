import NIOCore
public import RoostCore

/// The hosts of a server, as a command speaks to them.
public final class ServerSite: Site {
    public let server: ServerConnection
    /// The names of `--host`; none means all.
    let chosen: [String]
    /// Many waits at once, each an operation of the server's, take turns: a person may have so many and no more.
    let turns = Turnstile(8)
    private let known = KnownHosts()

    /// - Parameter hosts: names of the server's hosts; none means all.
    public init(_ server: ServerConnection, hosts: [String] = []) {
        self.server = server
        chosen = hosts
    }

    /// All hosts of the server. Asked once.
    func hosts() async throws(Failure) -> [LiveHost] {
        try await known.hosts { [server] () throws(Failure) in
            try await server.ask(.get(["hosts"]), for: Page<LiveHost>.self, task: "Cannot list the server's hosts")
                .items
        }
    }

    /// Reads a name that may have a host in front.
    func split(_ text: String, _ form: HostedName.Form, _ hosts: [LiveHost]) -> HostedName {
        HostedName(text, form, chosen: form == .image ? hosts.map(\.name) : [])
    }

    /// Which host is asked for which names.
    func plan(_ texts: [String]) async throws(Failure) -> NamePlan<LiveHost> {
        let hosts = try await hosts()
        return try NamePlan(texts.map { split($0, .item, hosts) }) { () throws(Failure) in
            try members(of: hosts)
        } named: { text throws(Failure) in
            try member(text, of: hosts)
        }
    }

    /// The hosts that are meant.
    func members(of hosts: [LiveHost]) throws(Failure) -> [LiveHost] {
        guard !chosen.isEmpty else {
            guard !hosts.isEmpty else {
                throw Failure(.usage, "The server \(server.address) has no hosts yet", remedy: "On it: roost host add")
            }
            return hosts
        }
        let found = try chosen.map { text throws(Failure) in try member(text, of: hosts) }
        return hosts.filter(found.contains)
    }

    func member(_ text: String, of hosts: [LiveHost]) throws(Failure) -> LiveHost {
        if let host = hosts.first(where: { $0.name == text || $0.uri == text }) { return host }
        throw NamePattern.notFound(text, kind: "host", names: hosts.map(\.name)).or(
            remedy: "The server has: \(hosts.prefix(10).map(\.name).joined(separator: ", "))")
    }

    /// The one host that is meant, for what is made on one.
    /// - Throws: ``Failure`` of kind usage when several are.
    public func place(for name: HostedName? = nil) async throws(Failure) -> ServerPlace {
        let hosts = try await hosts()
        if let prefix = name?.host {
            return ServerPlace(site: self, host: try member(prefix, of: hosts).name, isOneOfSeveral: true)
        }
        let meant = try members(of: hosts)
        guard meant.count == 1 else {
            throw Failure(
                .usage, "This goes to one host", why: "the server has \(meant.count)", remedy: "Name one with --host.")
        }
        return ServerPlace(site: self, host: meant[0].name, isOneOfSeveral: false)
    }

    public func place(of text: String) async throws(Failure) -> (host: any SiteHost, name: String) {
        let name = HostedName(text, .item)
        return (try await place(for: name), name.name)
    }

    public func onlyHost() async throws(Failure) -> any SiteHost { try await place() }

    /// What is read of one list. A server that has no end is not followed to it.
    struct ListLimits: Sendable {
        var items = 200_000
        var pages = 1000
        var bytes = 256 << 20
    }

    /// All pages of a list.
    func all<Item: Decodable & Sendable>(
        _ path: [String], query: [(String, String)] = [], of type: Item.Type, within limits: ListLimits = ListLimits(),
        task: String
    ) async throws(Failure) -> [Item] {
        var items: [Item] = []
        var (pages, bytes) = (0, 0)
        var cursor: String?
        repeat {
            var request = ServerRequest.get(path, query: query)
            if let cursor { request.query.append(("cursor", cursor)) }
            let answer = try await server.ask(request, task: task)
            let page = try server.read(Page<Item>.self, from: answer, task: task)
            items += page.items
            pages += 1
            bytes += answer.body.readableBytes
            guard items.count <= limits.items, bytes <= limits.bytes, pages < limits.pages || page.next == nil else {
                throw Failure(.general, task, why: "\(server.address) has more to tell than anybody reads")
            }
            guard page.next == nil || page.next != cursor && !page.items.isEmpty else {
                throw Failure(.general, task, why: "\(server.address) tells of a next page that brings nothing new")
            }
            cursor = page.next
        } while cursor != nil
        return items
    }
}

extension LiveHost {
    /// What a command is told that asks for one which does not answer.
    var failure: Failure? {
        switch state {
        case .connected: nil
        case .connecting:
            Failure(.unreachable, "\(name) is not connected yet", remedy: "Try again in a moment.")
        case .unreachable:
            Failure(
                .unreachable, "\(name) does not answer", why: why.map(ServerFailures.cut),
                remedy: remedy.map(ServerFailures.cut))
        }
    }
}

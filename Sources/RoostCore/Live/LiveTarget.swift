/// A host that is to be supervised.
struct LiveTarget: Sendable {
    let name: String
    let uri: HostURI
    /// Opens a new connection, without questions.
    let connect: @Sendable () async throws(Failure) -> Host

    init(name: String, uri: HostURI, connect: @escaping @Sendable () async throws(Failure) -> Host) {
        self.name = name
        self.uri = uri
        self.connect = connect
    }

    /// - Parameter target: whose name may be a URI, which is no name in a path: it gets a short one.
    init(_ target: HostTarget) {
        let name = HostName.isPossible(target.name) ? target.name : Self.shortName(target.uri)
        self.init(name: name, uri: target.uri) { () throws(Failure) in
            try await Host.connect(to: target.uri, name: name, questions: .refused, within: target.limit)
        }
    }

    /// "system" for `qemu:///system`, which is what the command line calls it too; else what of the URI can be in a name.
    static func shortName(_ uri: HostURI) -> String {
        if uri == .system { return "system" }
        if uri == .session { return "session" }
        let words = uri.text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return words.joined(separator: "-")
    }
}

extension HostLocator {
    /// The hosts that are named; without any those of the hosts file; where that has none, the one that a command without a
    /// host would speak to.
    func liveTargets(_ named: [String]) async throws(Failure) -> [LiveTarget] {
        var targets: [HostTarget] = []
        for text in named {
            let target = try target(text)
            if !targets.contains(target) { targets.append(target) }
        }
        if named.isEmpty { targets = try hosts.entries().map { HostTarget($0) } }
        if !targets.isEmpty { return targets.map { LiveTarget($0) } }
        let located = try? await locate(option: nil, .refused)
        // A daemon that is not there yet is waited for as any host is.
        let uri = located?.host.uri ?? .system
        await located?.host.close()
        return [LiveTarget(HostTarget(uri: uri))]
    }
}

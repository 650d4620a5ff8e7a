internal import CLibvirt

extension Connection {
    /// Opens a connection.
    ///
    /// Maps to `virConnectOpenAuth` (`virConnectOpen` and `virConnectOpenReadOnly` do the same with fewer choices).
    ///
    /// - Parameters:
    ///   - uri: where to; nil lets libvirt choose: `LIBVIRT_DEFAULT_URI`, its configuration, then what it finds.
    ///   - readOnly: refuse changes, as is open to every user of a host.
    ///   - keepAlive: how a dead peer is found; nil does not look for it. Drivers without a peer have no use for it.
    ///   - authentication: answers what the host asks; nil fails where it asks for anything.
    ///   - place: what the errors of the connection are to call the host.
    /// - Throws: for example `.noConnect`, `.authenticationFailed`, `.systemError` where nothing listens.
    public static func open(
        uri: String? = nil, readOnly: Bool = false, keepAlive: KeepAlive? = .standard,
        authentication: Authentication? = nil, place: String? = nil
    ) async throws(LibvirtError) -> Connection {
        try await open(
            OpenOptions(
                uri: uri, readOnly: readOnly, keepAlive: keepAlive, authentication: authentication, place: place))
    }

    /// - Parameter peer: of the connection that this one is for the long work of; nil watches the peer itself.
    static func open(_ options: OpenOptions, peer: PeerWatch? = nil) async throws(LibvirtError) -> Connection {
        if let uri = options.uri { try checkText(uri, "the URI") }
        guard Library.prepared else {
            throw LibvirtError(code: .internalError, message: "libvirt's library could not be initialised")
        }
        let calls = CallThreads(place: options.place, peer: peer ?? PeerWatch())
        let connection = try await calls.blocking("virConnectOpenAuth") { () throws(LibvirtError) in
            let pointer = unsafe try check(openAuth(options))
            let endings = ConnectionEndings()
            let handle = unsafe Handle(adopting: pointer, calls: calls) { pointer in
                unsafe Connection.stopWatching(pointer, endings)
                unsafe _ = virConnectClose(pointer)
            }
            let uri = unsafe try takeString(virConnectGetURI(pointer))
            return Connection(adopting: handle, uri: uri, options: options, endings: endings)
        }
        let endings = connection.endings
        if calls.peer.add({ _ in endings.end(.keepAlive) }) == nil { endings.end(.keepAlive) }
        if peer == nil, let keepAlive = options.keepAlive, !connection.isInProcess {
            connection.watchPeer(keepAlive)
        }
        return connection
    }

    private func watchPeer(_ keepAlive: KeepAlive) {
        guard let handle = try? openHandle() else { return }
        let peer = handle.calls.peer
        peer.keep(keepAlive) { [weak handle] in
            guard let handle else { return false }
            handle.calls.ask {
                var version: UInt = 0
                let answered = unsafe virConnectGetLibVersion(handle.pointer, &version) == 0
                // An error that the peer has sent is an answer.
                if answered || LibvirtError.takeLast().domain != .rpc { peer.answered() }
            }
            return true
        }
    }

    private static func openAuth(_ options: OpenOptions) -> OpaquePointer? {
        let flags = options.readOnly ? VIR_CONNECT_RO.rawValue : 0
        guard let authentication = options.authentication else {
            return unsafe virConnectOpenAuth(options.uri, nil, flags)
        }
        return unsafe authentication.withAuth { unsafe virConnectOpenAuth(options.uri, $0, flags) }
    }

    /// Whether the connection was opened for reading only.
    public var isReadOnly: Bool { options.readOnly }

    /// A second connection to the same place, for work that takes minutes: migrations, saving, volume data. It is opened
    /// on first use, shared from then on, and closed together with this one.
    ///
    /// libvirt's test driver keeps its world in the connection's own process, so there it is this connection itself.
    public func longWork() async throws(LibvirtError) -> Connection {
        let handle = try openHandle()
        if isInProcess { return self }
        return try await longWorkConnection.get(options, peer: handle.calls.peer)
    }

    /// libvirt's test driver.
    private var isInProcess: Bool { uri.hasPrefix("test:") || uri.hasPrefix("test+") }
}

/// Refuses a string that C would see the end of too early.
func checkText(_ text: String, _ what: String) throws(LibvirtError) {
    if text.utf8.contains(0) { throw .invalidText(what) }
}

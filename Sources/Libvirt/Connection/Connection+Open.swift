internal import CLibvirt

extension Connection {
    /// Opens a connection.
    ///
    /// Maps to `virConnectOpenAuth` (`virConnectOpen` and `virConnectOpenReadOnly` do the same with fewer choices) and
    /// `virConnectSetKeepAlive`.
    ///
    /// - Parameters:
    ///   - uri: where to; nil lets libvirt choose: `LIBVIRT_DEFAULT_URI`, its configuration, then what it finds.
    ///   - readOnly: refuse changes, as is open to every user of a host.
    ///   - keepAlive: how a dead peer is found; nil sends no messages. Drivers without a peer have no use for it.
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

    static func open(_ options: OpenOptions) async throws(LibvirtError) -> Connection {
        if let uri = options.uri { try checkText(uri, "the URI") }
        guard Library.prepared else {
            throw LibvirtError(code: .internalError, message: "libvirt's library could not be initialised")
        }
        let calls = CallThreads(place: options.place)
        return try await calls.blocking("virConnectOpenAuth") { () throws(LibvirtError) in
            let pointer = unsafe try check(openAuth(options))
            let endings = ConnectionEndings()
            let handle = unsafe Handle(adopting: pointer, calls: calls) { pointer in
                unsafe Connection.stopWatching(pointer, endings)
                unsafe _ = virConnectClose(pointer)
            }
            let uri = unsafe try takeString(virConnectGetURI(pointer))
            if let keepAlive = options.keepAlive {
                unsafe try setKeepAlive(keepAlive, of: pointer)
            }
            return Connection(adopting: handle, uri: uri, options: options, endings: endings)
        }
    }

    private static func openAuth(_ options: OpenOptions) -> OpaquePointer? {
        let flags = options.readOnly ? VIR_CONNECT_RO.rawValue : 0
        guard let authentication = options.authentication else {
            return unsafe virConnectOpenAuth(options.uri, nil, flags)
        }
        return unsafe authentication.withAuth { unsafe virConnectOpenAuth(options.uri, $0, flags) }
    }

    private static func setKeepAlive(_ keepAlive: KeepAlive, of pointer: OpaquePointer) throws(LibvirtError) {
        guard unsafe virConnectSetKeepAlive(pointer, keepAlive.interval, keepAlive.count) < 0 else { return }
        let error = LibvirtError.takeLast()
        guard error.code == .noSupport else { throw error }
    }

    /// Whether the connection was opened for reading only.
    public var isReadOnly: Bool { options.readOnly }

    /// Changes how a dead peer is found.
    ///
    /// Maps to `virConnectSetKeepAlive`.
    ///
    /// - Returns: false when the peer does not know keep-alive messages.
    /// - Throws: `.noSupport` for drivers without a peer.
    @discardableResult
    public func setKeepAlive(_ keepAlive: KeepAlive) async throws(LibvirtError) -> Bool {
        try await call("virConnectSetKeepAlive") {
            unsafe virConnectSetKeepAlive($0, keepAlive.interval, keepAlive.count)
        } == 0
    }

    /// A second connection to the same place, for work that takes minutes: migrations, saving, volume data. It is opened
    /// on first use, shared from then on, and closed together with this one.
    ///
    /// libvirt's test driver keeps its world in the connection's own process, so there it is this connection itself.
    public func longWork() async throws(LibvirtError) -> Connection {
        try checkOpen()
        if uri.hasPrefix("test:") || uri.hasPrefix("test+") { return self }
        return try await longWorkConnection.get(options)
    }
}

/// Refuses a string that C would see the end of too early.
func checkText(_ text: String, _ what: String) throws(LibvirtError) {
    if text.utf8.contains(0) { throw .invalidText(what) }
}

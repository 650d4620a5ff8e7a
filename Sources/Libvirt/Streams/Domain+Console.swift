internal import CLibvirt

extension Domain {
    /// Opens a serial or parallel console.
    ///
    /// Maps to `virDomainOpenConsole`.
    ///
    /// - Parameters:
    ///   - device: alias of the device, such as `serial0`; nil for the first one.
    ///   - limit: the most that waits for a slow consumer, in bytes.
    /// - Throws: `.operationFailed` when somebody has the console open and `flags` holds no `.force`, `.operationInvalid` when
    ///   the domain does not run.
    public func openConsole(
        device: String? = nil, flags: ConsoleFlags = [], limit: Int = DuplexStream.defaultLimit
    ) async throws(LibvirtError) -> DuplexStream {
        if let device { try checkText(device, "the device's alias") }
        return try await openStream("virDomainOpenConsole", limit: limit) {
            unsafe virDomainOpenConsole($0, device, $1, flags.rawValue)
        }
    }

    /// Opens a channel, the way to a program inside the guest.
    ///
    /// Maps to `virDomainOpenChannel`.
    ///
    /// - Parameters:
    ///   - name: of the channel, such as `org.example.0`; nil for the first one.
    ///   - force: take it away from whom has it open. `VIR_DOMAIN_CHANNEL_FORCE`
    ///   - limit: the most that waits for a slow consumer, in bytes.
    public func openChannel(
        named name: String? = nil, force: Bool = false, limit: Int = DuplexStream.defaultLimit
    ) async throws(LibvirtError) -> DuplexStream {
        if let name { try checkText(name, "the channel's name") }
        let flags = force ? VIR_DOMAIN_CHANNEL_FORCE.rawValue : 0
        return try await openStream("virDomainOpenChannel", limit: limit) {
            unsafe virDomainOpenChannel($0, name, $1, flags)
        }
    }

    /// Opens a stream to the same domain over a connection of its own.
    @safe private func openStream(
        _ name: String, limit: Int,
        attach: @escaping @Sendable (_ domain: OpaquePointer, _ stream: OpaquePointer) -> Int32
    ) async throws(LibvirtError) -> DuplexStream {
        try connection.checkOpen()
        let own = try await Connection.open(connection.options)
        let domain = try await own.domain(uuid: uuid).handle
        return try await DuplexStream(on: own, parent: connection, limit: limit, name) {
            unsafe attach(domain.pointer, $0)
        }
    }

    /// A picture of the machine's screen.
    ///
    /// Maps to `virDomainScreenshot`.
    ///
    /// - Parameters:
    ///   - screen: number of the screen, from 0 on, over all graphics cards.
    ///   - limit: the most that the picture may take, in bytes.
    /// - Throws: `.operationInvalid` when the domain does not run, `.overflow` when the picture is larger than `limit`.
    public func screenshot(screen: UInt32 = 0, limit: Int = 64 << 20) async throws(LibvirtError) -> Screenshot {
        let (domain, connection) = (handle, connection)
        return try await blocking("virDomainScreenshot") { _ throws(LibvirtError) in
            let stream = try DataStream.make(on: connection)
            var type: String?
            try stream.attach { pointer in
                type = unsafe takeOptionalString(virDomainScreenshot(domain.pointer, pointer, screen, 0))
                return type == nil ? -1 : 0
            }
            var picture: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: DataStream.receiveSize)
            while true {
                var bytes = buffer.mutableSpan
                guard case .data(let count) = try stream.receiveNow(into: &bytes) else { break }
                guard picture.count + count <= limit else {
                    throw LibvirtError(code: .overflow, domain: .streams, message: "the picture is too large")
                }
                picture.append(contentsOf: buffer.prefix(count))
            }
            try stream.finishNow()
            return Screenshot(type: type ?? "", bytes: picture)
        }
    }
}

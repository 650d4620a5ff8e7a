internal import CLibvirt

extension Connection {
    /// Why the connection ended; nil as long as it has not. The loss of a connection is noticed from the first event
    /// sequence or `closures()` on.
    public var closeReason: CloseReason? { endings.reason }

    /// Gives the reason, once, when the connection is closed or lost, and then ends.
    ///
    /// Maps to `virConnectRegisterCloseCallback` and `virConnectUnregisterCloseCallback`.
    public func closures() async throws(LibvirtError) -> EventSequence<CloseReason> {
        try await watchForLoss()
        let endings = endings
        let ticket = endings.nextTicket()
        let buffer = EventBuffer<CloseReason>(capacity: 1)
        let subscription = EventSubscription(buffer: buffer) { endings.forget(ticket) }
        endings.add(ticket) {
            buffer.send(endings.reason ?? .error)
            buffer.finish()
        }
        return EventSequence(subscription)
    }

    /// Whether the connection stands, as far as is known without asking the peer.
    ///
    /// Maps to `virConnectIsAlive`.
    public func isAlive() async throws(LibvirtError) -> Bool {
        try await callForTruth("virConnectIsAlive") { unsafe virConnectIsAlive($0) }
    }

    /// Has libvirt report the loss of the connection, which it does to one listener only.
    func watchForLoss() async throws(LibvirtError) {
        let handle = try openHandle()
        guard endings.beginWatch() else { return }
        let endings = endings
        do throws(LibvirtError) {
            try await handle.calls.blocking("virConnectRegisterCloseCallback") { () throws(LibvirtError) in
                let box = unsafe Unmanaged.passRetained(endings)
                let result = unsafe virConnectRegisterCloseCallback(
                    handle.pointer, connectionLost, box.toOpaque(), releaseObject)
                guard result < 0 else { return }
                unsafe box.release()
                let error = LibvirtError.takeLast()
                // A driver without a peer, such as the test driver, cannot lose it.
                guard error.code == .noSupport else { throw error }
            }
        } catch {
            endings.abandonWatch()
            throw error
        }
    }

    /// Takes back what `watchForLoss` registered, which holds a reference to the connection. Runs on a blocking thread
    /// just before the connection is closed.
    static func stopWatching(_ pointer: OpaquePointer, _ endings: ConnectionEndings) {
        guard endings.isWatched else { return }
        if unsafe virConnectUnregisterCloseCallback(pointer, connectionLost) < 0 { virResetLastError() }
    }
}

private func connectionLost(_ connection: OpaquePointer?, _ reason: Int32, _ endings: UnsafeMutableRawPointer?) {
    guard let endings = unsafe endings else { return }
    unsafe Unmanaged<ConnectionEndings>.fromOpaque(endings).takeUnretainedValue().end(.init(rawValue: reason))
}

import NIOCore

/// A client that waits to be told whether it is given a WebSocket.
struct UpgradeQuestion: Sendable {
    let request: WebSocketRequest
    private let gate: NIOLoopBound<UpgradeGate>
    private let eventLoop: any EventLoop

    init(_ request: WebSocketRequest, at gate: UpgradeGate, on eventLoop: any EventLoop) {
        self.request = request
        self.gate = NIOLoopBound(gate, eventLoop: eventLoop)
        self.eventLoop = eventLoop
    }

    /// - Returns: nil when the client is gone meanwhile.
    func accept(subprotocol: String?) async -> WebSocket? {
        let gate = gate
        // A pipeline that cannot be changed any more is one of a client that is gone.
        return try? await eventLoop.submit { try gate.value.accept(subprotocol: subprotocol) }.get()
    }

    func refuse(_ refusal: WebSocketRefusal) {
        let gate = gate
        eventLoop.execute { gate.value.refuse(refusal) }
    }
}

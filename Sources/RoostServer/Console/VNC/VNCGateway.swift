import NIOCore
import RoostCore
import Synchronization
import WebSocketUpgrade

/// Connects a browser with a machine's screen: gets in at the display, lets the browser in, and passes bytes on.
struct VNCGateway: Sendable {
    let machine: Machine

    private static let look = Duration.milliseconds(50)
    private static let looks = 20

    /// - Returns: how it ended, for the client.
    /// - Throws: ``Failure`` when there is no display to be had.
    func run(_ socket: WebSocket) async throws -> WebSocketClose {
        guard let display = try await displays().first(where: { $0.type == "vnc" && $0.isPlain }) else {
            return ConsoleClose.unsupported("it has no VNC display; SPICE is not shown in browsers")
        }
        let password = display.needsPassword == false ? nil : try await machine.password(of: display)
        let result = Mutex(WebSocketEnd.client)
        do {
            try await machine.opening(display) { end in
                let far = try await DisplayConnection.open(end, password: password, on: socket.eventLoop)
                do {
                    guard let early = try await greet(socket) else { return try await far.close() }
                    try await far.writeAndFlush(early)
                } catch {
                    // It may have closed by itself meanwhile.
                    try? await far.close()
                    throw error
                }
                let ended = try await socket.relay(with: far)
                result.withLock { $0 = ended }
            }
        } catch let problem as RFBProblem {
            return try await isOff() ? ConsoleClose.off : ConsoleClose.lost(problem.why)
        }
        guard result.withLock({ $0 }) == .far else { return .normal }
        return try await isOff() ? ConsoleClose.off : ConsoleClose.lost("the display was closed")
    }

    /// The displays, once there are any: a machine that starts or stops runs for a moment without.
    private func displays() async throws -> [MachineDisplay] {
        for _ in 0..<Self.looks {
            do throws(Failure) {
                return try await machine.displays()
            } catch {
                guard error.kind == .unsupported else { throw error }
            }
            try await Task.sleep(for: Self.look)
        }
        return try await machine.displays()
    }

    /// Whether it is off, or just about to be: QEMU closes its display a moment before libvirt notes that the machine has
    /// stopped.
    private func isOff() async throws -> Bool {
        for _ in 0..<Self.looks {
            if try await !machine.state().isActive { return true }
            try await Task.sleep(for: Self.look)
        }
        return false
    }

    /// - Returns: what the client has said already to the display; nil when it is gone.
    private func greet(_ socket: WebSocket) async throws -> ByteBuffer? {
        var handshake = RFBBrowserHandshake()
        var bytes = ByteBuffer()
        try await socket.send(.binary(RFBBrowserHandshake.greeting))
        while !handshake.isDone {
            guard case .binary(let more)? = try await socket.receive() else { return nil }
            bytes.writeImmutableBuffer(more)
            let answer = try handshake.take(&bytes)
            if answer.readableBytes > 0 { try await socket.send(.binary(answer)) }
        }
        return bytes
    }
}

extension MachineDisplay {
    /// Whether it is reached without TLS of its own.
    fileprivate var isPlain: Bool { socket != nil || port != nil }
}

import Foundation
import NIOCore
import RoostCore
import WebSocketUpgrade

/// Passes a serial console on: binary messages are what is typed and printed, text messages of the server are ``SerialNotice``
/// as JSON. Text messages of the client, such as the size of its window, say nothing to a serial line.
struct SerialGateway: Sendable {
    let machine: Machine

    /// - Parameter holder: whom of this server's users has it open.
    /// - Returns: how it ended, for the client.
    /// - Throws: ``Failure`` when there is no console to be had, or the host is lost for good.
    func run(_ socket: WebSocket, takeOver: Bool, holder: @escaping @Sendable () -> String?) async throws
        -> WebSocketClose
    {
        let session = try await machine.console()
        return try await withThrowingTaskGroup(of: WebSocketClose.self) { group in
            group.addTask { try await print(of: session, to: socket, takeOver, holder) }
            group.addTask { try await type(from: socket, to: session) }
            defer { group.cancelAll() }
            return try await group.next() ?? .normal
        }
    }

    private func print(
        of session: ConsoleSession, to socket: WebSocket, _ takeOver: Bool, _ holder: @Sendable () -> String?
    ) async throws -> WebSocketClose {
        do {
            try await session.follow(force: takeOver) { event in
                if case .output(let bytes) = event {
                    try await socket.send(.binary(ByteBuffer(bytes: bytes)))
                } else if let notice = SerialNotice(event) {
                    let text = String(decoding: try JSONEncoder().encode(notice), as: UTF8.self)
                    try await socket.send(.text(text))
                }
            }
            return ConsoleClose.gone
        } catch let failure as Failure where failure.kind == .state {
            // Off, or taken: both are a state.
            if try await isOff() { return ConsoleClose.off }
            return ConsoleClose.taken(holder().map { "\($0) has it open" })
        }
    }

    private func type(from socket: WebSocket, to session: ConsoleSession) async throws -> WebSocketClose {
        while let message = try await socket.receive() {
            guard case .binary(var bytes) = message else { continue }
            try await session.send(bytes.readBytes(length: bytes.readableBytes) ?? [])
        }
        return .normal
    }

    private func isOff() async throws -> Bool { try await !machine.state().isActive }
}

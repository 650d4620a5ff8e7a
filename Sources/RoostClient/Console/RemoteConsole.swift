import NIOCore
import NIOHTTP1
import RoostCore
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A serial console through a server, by WebSocket. It comes back by itself when the way to the server is lost.
final class RemoteConsole: SiteConsole {
    let name: String
    private let machine: RemoteMachine
    private let socket = Mutex<ServerSocket?>(nil)

    init(machine: RemoteMachine) {
        self.machine = machine
        name = machine.name
    }

    private var task: String { "Cannot open the console of \(machine.label)" }

    func follow(
        force: Bool, _ deliver: @escaping @Sendable (ConsoleEvent) async throws -> Void
    ) async throws {
        var backoff = Backoff()
        var wasOpen = false
        while true {
            do {
                // After a loss the server may still take this program's own old console for somebody else's.
                if try await once(force: force || wasOpen, deliver) { wasOpen = true }
                return
            } catch let lost as Lost {
                if lost.wasOpen {
                    wasOpen = true
                    backoff.reset()
                }
                guard wasOpen else { throw lost.failure }
                try await deliver(.disconnected(lost.failure))
                try await Task.sleep(for: backoff.pause())
            }
        }
    }

    /// The way is gone, and may come back.
    private struct Lost: Error {
        let failure: Failure
        let wasOpen: Bool
    }

    private struct Wish: Encodable {
        let kind = "serial"
        let takeOver: Bool
    }

    private struct Ticket: Decodable {
        let ticket: String
    }

    private struct Notice: Decodable {
        let event: String
        let why: String?
        let bytes: Int?
    }

    /// - Returns: whether it was open.
    private func once(
        force: Bool, _ deliver: @escaping @Sendable (ConsoleEvent) async throws -> Void
    ) async throws -> Bool {
        let wasOpen = Atomic(false)
        do {
            let ticket = try await machine.server.ask(
                try .sending(.POST, machine.path + ["tickets"], Wish(takeOver: force)), for: Ticket.self, task: task)
            defer { socket.withLock { $0 = nil } }
            let farewell = try await ServerSocket.run(
                machine.server, path: machine.path + ["console", "serial"], ticket: ticket.ticket, task: task
            ) { open in
                socket.withLock { $0 = open }
            } received: { message in
                switch message {
                case .binary(let bytes): try await deliver(.output(bytes))
                case .text(let text):
                    guard let event = Self.event(text) else { return }
                    if event == .attached { wasOpen.store(true, ordering: .relaxed) }
                    try await deliver(event)
                }
            }
            try Task.checkCancellation()
            try await end(farewell, deliver)
        } catch let failure as Failure where failure.kind == .unreachable {
            throw Lost(failure: failure, wasOpen: wasOpen.load(ordering: .relaxed))
        }
        return wasOpen.load(ordering: .relaxed)
    }

    private static func event(_ text: String) -> ConsoleEvent? {
        guard let notice = try? ServerAnswer.decode(Notice.self, from: Data(text.utf8)) else { return nil }
        switch notice.event {
        case "attached": return .attached
        case "stopped": return .stopped
        case "lost": return .lost(notice.bytes ?? 0)
        case "disconnected":
            return .disconnected(
                Failure(.unreachable, "The host is lost", why: notice.why.map(ServerFailures.cut)))
        default: return nil
        }
    }

    /// What the server's goodbye means.
    private func end(
        _ farewell: ServerSocket.Farewell?, _ deliver: (ConsoleEvent) async throws -> Void
    ) async throws {
        let why = farewell.map { ServerFailures.cut($0.reason) }
        switch farewell?.code {
        case 1000: return
        case 4001:
            throw Failure(.state, task, why: "\(machine.label) is off", remedy: "roost start \(machine.reference)")
        case 4002: try await deliver(.gone)
        case 4003:
            throw Failure(
                .state, task, why: why, remedy: "Take it over: roost console --force \(machine.reference)")
        case 4004:
            throw Failure(
                .permission, task, why: why ?? "the login has ended",
                remedy: "Log in: roost login \(machine.server.address)")
        case 4005: throw Failure(.unsupported, task, why: why)
        case 4006: throw Failure(.resources, task, why: why)
        default: throw Failure(.unreachable, task, why: why ?? "the server has ended the connection")
        }
    }

    func send(_ bytes: [UInt8]) async throws(Failure) {
        // While there is no way it goes nowhere, as with a real cable.
        guard let socket = socket.withLock({ $0 }) else { return }
        await socket.send(bytes)
    }
}

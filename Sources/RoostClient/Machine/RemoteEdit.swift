import NIOCore
import NIOHTTP1
import RoostCore
import Synchronization

/// A definition that is edited through a server: without passwords, which the server keeps where they are.
final class RemoteEdit: TextEdit {
    let label: String
    var fileName: String { machine.name }
    let original: String
    private let machine: RemoteMachine
    /// What the texts that were seen are called by the server.
    private let tags: Mutex<[String: String]>

    init(_ machine: RemoteMachine) async throws(Failure) {
        self.machine = machine
        label = machine.label
        let (text, tag) = try await Self.read(machine)
        original = text
        tags = Mutex([text: tag])
    }

    private static func read(_ machine: RemoteMachine) async throws(Failure) -> (text: String, tag: String) {
        let task = "Cannot read the definition of \(machine.label)"
        let answer = try await machine.server.ask(.get(machine.path + ["xml"], query: [("which", "next")]), task: task)
        guard let text = String(validating: answer.body.readableBytesView, as: UTF8.self),
            let tag = answer.headers.first(name: "ETag")
        else { throw Failure(.general, task, why: "\(machine.server.address) answers with what is no definition") }
        return (text, tag)
    }

    private struct Applied: Decodable {
        let hadEffect: Bool
        let isActive: Bool
        let hasSavedState: Bool?
    }

    func apply(
        _ text: String, over opened: String, validating: Bool
    ) async throws(Failure) -> DefinitionEdit.Outcome {
        if areSame(text, opened), opened == original { return .unchanged }
        let task = "Cannot apply the definition of \(label)"
        guard let tag = tags.withLock({ $0[opened] }) else {
            throw Failure(.general, task, why: "it is not known which version was opened")
        }
        let request = ServerRequest(
            method: .PUT, path: machine.path + ["xml"], query: validating ? [] : [("validate", "false")],
            headers: ["Content-Type": "application/xml"], body: ByteBuffer(string: text)
        ).ifMatching(tag)
        do throws(Failure) {
            let answer = try await machine.server.ask(request, accepting: 412, task: task)
            guard answer.status != 412 else {
                let (now, tag) = try await Self.read(machine)
                tags.withLock { $0[now] = tag }
                return .changedMeanwhile(now: now)
            }
            let applied = try machine.server.read(Applied.self, from: answer, task: task)
            return .applied(
                DefinitionEdit.Applied(
                    hadEffect: applied.hadEffect, isActive: applied.isActive,
                    hasSavedState: applied.hasSavedState ?? false))
        } catch {
            guard ![.unreachable, .permission, .interrupted].contains(error.kind) else { throw error }
            return .rejected(error, canForce: false)
        }
    }
}

import RoostCore

/// A network or pool of a server's host: started and stopped through the server, which does not show its XML.
protocol RemoteSwitchable: RemoteItem {}

extension RemoteSwitchable {
    func xml() async throws(Failure) -> String {
        throw Failure.direct("A \(Self.kind)'s XML is shown by its host alone")
    }

    func start() async throws(Failure) { try await act("start", task: "Cannot start \(Self.kind) \(label)") }
    func stop() async throws(Failure) { try await act("stop", task: "Cannot stop \(Self.kind) \(label)") }
}

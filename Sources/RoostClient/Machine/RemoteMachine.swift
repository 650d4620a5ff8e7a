import NIOCore
import NIOHTTP1
import RoostCore

/// A machine of a server's host.
struct RemoteMachine: RemoteItem {
    static let kind = Machine.kind

    let site: ServerSite
    let name: String
    let uuid: String
    let id: Int?
    let hostName: String
    let isOfOneOfSeveral: Bool

    init(_ site: ServerSite, _ row: LiveMachine, isOfOneOfSeveral: Bool) {
        self.site = site
        (name, uuid, id, hostName) = (row.name, row.uuid, row.id, row.host)
        self.isOfOneOfSeveral = isOfOneOfSeveral
    }

    var path: [String] { ["hosts", hostName, "machines", uuid] }

    func detail() async throws(Failure) -> MachineDetail {
        try await server.ask(.get(path), for: MachineDetail.self, task: "Cannot read \(label)")
    }

    func xml(_ which: Machine.Description, secrets: Bool) async throws(Failure) -> String {
        guard !secrets else { throw Failure.direct("Passwords are shown by the host alone") }
        return try await text(
            "xml", query: [("which", which == .live ? "live" : "next")],
            task: "Cannot read the description of \(label)")
    }

    func screenshot(screen: UInt32) async throws(Failure) -> ScreenPicture {
        let task = "Cannot take a picture of \(label)'s screen"
        var request = ServerRequest.get(path + ["screenshot"], query: [("screen", "\(screen)")])
        request.largest = ScreenPicture.mostBytes
        let answer = try await server.ask(request, task: task)
        do throws(PictureError) {
            return try ScreenPicture(Array(answer.body.readableBytesView))
        } catch {
            throw Failure(.general, task, why: error.description)
        }
    }

    func change(_ change: MachineChange) async throws(Failure) -> MachineChangeReport {
        try await server.ask(
            try .sending(.POST, path + ["changes"], change), for: MachineChangeReport.self,
            task: "Cannot change \(label)")
    }

    func setAutostart(_ autostart: Bool) async throws(Failure) {
        let task =
            autostart
            ? "Cannot have \(label) started with the host" : "Cannot stop \(label) from starting with the host"
        _ = try await server.ask(try .sending(.PATCH, path, ["autostart": autostart]), task: task)
    }

    func printedLog() async throws(Failure) -> any SiteLog { RemoteLog(machine: self) }

    func openConsole(device: String?) async throws(Failure) -> any SiteConsole {
        guard device == nil else { throw Failure.direct("Other consoles than the first are the host's matter") }
        return RemoteConsole(machine: self)
    }

    func cloning(as name: String, copy: CloneCopy) async throws(Failure) -> any SiteClone {
        let order = CloneOrder(name: name, copy: copy)
        let shown = try await server.ask(
            try .sending(.POST, path + ["clone", "plan"], order), for: MachineClone.self, task: "Cannot clone \(label)")
        return RemoteClone(machine: self, order: order, shown: shown)
    }

    func editing() async throws(Failure) -> any TextEdit { try await RemoteEdit(self) }
}

extension RemoteMachine: SiteMachine {}

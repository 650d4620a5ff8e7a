import NIOCore
import RoostCore

/// Something of a host of a server.
protocol RemoteItem: SiteItem {
    var site: ServerSite { get }
    /// Behind `/api/v1`.
    var path: [String] { get }
}

extension RemoteItem {
    public var label: String { isOfOneOfSeveral ? "\(hostName)/\(name)" : name }

    public var reference: String { ShellWord.quoted(label) }

    var server: ServerConnection { site.server }

    /// `POST …/actions/ACTION`.
    func act(_ action: String, query: [(String, String)] = [], task: String) async throws(Failure) {
        _ = try await server.ask(.post(path + ["actions", action], query: query), task: task)
    }

    /// Text that is printed as it is, such as libvirt's XML.
    func text(_ part: String, query: [(String, String)] = [], task: String) async throws(Failure) -> String {
        let answer = try await server.ask(.get(path + [part], query: query), task: task)
        guard let text = String(validating: answer.body.readableBytesView, as: UTF8.self) else {
            throw Failure(.general, task, why: "\(server.address) answers with what is no text")
        }
        return text
    }
}

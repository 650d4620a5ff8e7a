import Libvirt

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Lab {
    private struct Answer<Value: Decodable>: Decodable {
        var `return`: Value
    }

    private struct Begun: Decodable {
        var pid: Int
    }

    private struct Status: Decodable {
        var exited: Bool
        var data: String?

        enum CodingKeys: String, CodingKey {
            case exited
            case data = "out-data"
        }
    }

    private struct Order: Encodable {
        struct Arguments: Encodable {
            var path: String?
            var arg: [String]?
            var capture: Bool?
            var pid: Int?

            enum CodingKeys: String, CodingKey {
                case path, arg, pid
                case capture = "capture-output"
            }
        }
        var execute: String
        var arguments: Arguments
    }

    /// Runs a shell's line in a guest, by its agent.
    /// - Returns: what it said on both its outputs.
    func inGuest(_ name: String, _ line: String) async throws -> String {
        let domain = try await connection.domain(named: name)
        let begun: Begun = try await ask(
            domain,
            Order(
                execute: "guest-exec",
                arguments: .init(path: "/bin/sh", arg: ["-c", "exec 2>&1; \(line)"], capture: true)))
        while true {
            let status: Status = try await ask(
                domain, Order(execute: "guest-exec-status", arguments: .init(pid: begun.pid)))
            if status.exited {
                return String(decoding: Data(base64Encoded: status.data ?? "") ?? Data(), as: UTF8.self)
            }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    private func ask<Value: Decodable>(_ domain: Libvirt.Domain, _ order: Order) async throws -> Value {
        let text = String(decoding: try JSONEncoder().encode(order), as: UTF8.self)
        let answer = try await domain.agentCommand(text)
        return try JSONDecoder().decode(Answer<Value>.self, from: Data(answer.utf8)).return
    }
}

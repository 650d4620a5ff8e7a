import Libvirt

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads files of a guest through its agent.
struct GuestFile: Sendable {
    let domain: Domain
    /// One call of the agent, in seconds.
    private static let patience: Int32 = 5
    private static let longest = 256 << 10

    private struct Opened: Decodable { let `return`: Int }
    private struct Read: Decodable {
        struct Part: Decodable {
            let data: String?
            let eof: Bool

            private enum CodingKeys: String, CodingKey {
                case data = "buf-b64"
                case eof
            }
        }

        let `return`: Part
    }

    /// Maps to `virDomainQemuAgentCommand`: guest-file-open, guest-file-read and guest-file-close.
    /// - Returns: nil when there is no such file.
    /// - Throws: `LibvirtError` when the agent does not answer or may not read files.
    func read(_ path: String) async throws(LibvirtError) -> [UInt8]? {
        let handle: Int
        do throws(LibvirtError) {
            handle = try await ask(Opened.self, "guest-file-open", ["path": .text(path), "mode": .text("r")]).return
        } catch {
            // The agent passes on the guest's own words; there is no code for it.
            if error.message.contains("No such file") { return nil }
            throw error
        }
        let result: Result<[UInt8], LibvirtError>
        do throws(LibvirtError) {
            result = .success(try await content(handle))
        } catch {
            result = .failure(error)
        }
        // The agent keeps it open else.
        _ = try? await command("guest-file-close", ["handle": .number(handle)])
        return try result.get()
    }

    private func content(_ handle: Int) async throws(LibvirtError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < Self.longest {
            let part = try await ask(
                Read.self, "guest-file-read", ["handle": .number(handle), "count": .number(48 << 10)]
            ).return
            let data = part.data.flatMap { Data(base64Encoded: $0) } ?? Data()
            bytes += data
            if part.eof || data.isEmpty { break }
        }
        return bytes
    }

    private enum Argument: Encodable {
        case text(String)
        case number(Int)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            }
        }
    }

    private struct Command: Encodable {
        let execute: String
        let arguments: [String: Argument]
    }

    private func command(_ name: String, _ arguments: [String: Argument]) async throws(LibvirtError) -> String {
        let text: String
        do {
            text = String(
                decoding: try JSONEncoder().encode(Command(execute: name, arguments: arguments)), as: UTF8.self)
        } catch {
            throw LibvirtError(code: .internalError, message: "\(error)")
        }
        return try await domain.agentCommand(text, timeout: Self.patience)
    }

    private func ask<Answer: Decodable>(
        _ type: Answer.Type, _ name: String, _ arguments: [String: Argument]
    ) async throws(LibvirtError) -> Answer {
        let answer = try await command(name, arguments)
        do {
            return try JSONDecoder().decode(type, from: Data(answer.utf8))
        } catch {
            throw LibvirtError(code: .internalError, message: "the guest's agent gives an answer that cannot be read")
        }
    }
}

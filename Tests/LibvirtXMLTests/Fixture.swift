import FoundationEssentials
import Testing

/// XML as a libvirt daemon printed it, recorded in Fixtures/.
struct Fixture: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    /// What comes before the name's first hyphen, such as `domain`.
    var kind: String { String(name.prefix { $0 != "-" }) }

    static let all: [Fixture] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().compactMap { name in
            guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else { return nil }
            return Fixture(name: name, text: text)
        }
    }()

    static func text(_ name: String) throws -> String {
        try #require(all.first { $0.name == "\(name).xml" }, "no fixture \(name)").text
    }
}

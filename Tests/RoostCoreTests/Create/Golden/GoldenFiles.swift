import FoundationEssentials

/// The recorded files next to the tests' source. They are written there too, so they are no bundled resources.
enum GoldenFiles {
    static let directory: String = {
        let source = #filePath
        return String(source[..<(source.lastIndex(of: "/") ?? source.startIndex)])
    }()

    static func fact(_ name: String) throws -> String { try read("\(directory)/Facts/\(name)") }

    static func expectedPath(_ name: String) -> String { "\(directory)/Expected/\(name).xml" }

    static var expectedNames: Set<String> {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(directory)/Expected")
            return Set(names.map { $0.hasSuffix(".xml") ? String($0.dropLast(4)) : $0 })
        }
    }

    static func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    static func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }
}

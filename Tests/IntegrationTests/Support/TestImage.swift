import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The Debian disk that guests are laid over: ROOST_TEST_IMAGE, else made (or found in its cache) by `scripts/guest-image`.
actor TestImage {
    static let shared = TestImage()

    private var finding: Task<String, any Error>?

    var path: String {
        get async throws {
            let task = finding ?? Task { try await Self.find() }
            finding = task
            return try await task.value
        }
    }

    private static func find() async throws -> String {
        if let path = ProcessInfo.processInfo.environment["ROOST_TEST_IMAGE"], !path.isEmpty { return path }
        let script = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
            .removingLastComponent().appending("scripts/guest-image")
        let made = try await Program.at(script).run(
            ["--console-login", "--hostname", "roost-test", "--print-path"])
        guard made.succeeded, let path = made.output.split(separator: "\n").last else {
            throw LabError(what: "guest-image: \(made)")
        }
        return String(path)
    }
}

import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A kernel for the appliance of libguestfs, on a computer that has none in /boot.
enum GuestKernel {
    /// What programs that start the appliance get besides.
    static func environment(_ lab: Lab) async throws -> [String: String] {
        let folder = "/var/tmp/\(lab.prefix)kernel"
        lab.atEnd("the directory \(folder)") {
            if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
        }
        let script = LabHosts.scriptPath.removingLastComponent().appending("guest-kernel")
        let found = try await Program.at(script).run([
            try Program.roostPath, try await TestImage.shared.path, folder,
        ])
        guard found.succeeded else { throw LabError(what: "guest-kernel: \(found)") }
        var variables: [String: String] = [:]
        for line in found.output.split(separator: "\n") {
            guard let sign = line.firstIndex(of: "=") else { continue }
            variables[String(line[..<sign])] = String(line[line.index(after: sign)...])
        }
        return variables
    }
}

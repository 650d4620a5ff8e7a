import Foundation

/// The functions that the installed libvirt exports, by its own description of its API.
struct APIDescription {
    let functions: Set<String>

    /// Reads the descriptions that `pkg-config` names for libvirt and for its QEMU-only functions.
    static func installed() throws -> APIDescription {
        var functions: Set<String> = []
        for (variable, package) in [("libvirt_api", "libvirt"), ("libvirt_qemu_api", "libvirt-qemu")] {
            let path = try pkgConfig(variable: variable, package: package)
            let found = names(in: try String(contentsOfFile: path, encoding: .utf8))
            guard !found.isEmpty else { throw NoFunctions(path: path) }
            functions.formUnion(found)
        }
        return APIDescription(functions: functions)
    }

    /// The value of each `<function name='…'>`. `<functype>`, the type of a callback, is not a function.
    static func names(in description: String) -> Set<String> {
        var names: Set<String> = []
        for line in description.split(separator: "\n") {
            guard let start = line.firstRange(of: "<function name='") else { continue }
            names.insert(String(line[start.upperBound...].prefix { $0 != "'" }))
        }
        return names
    }

    struct NoFunctions: Error {
        let path: String
    }

    struct PkgConfigFailed: Error {
        let package: String
    }

    private static func pkgConfig(variable: String, package: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["pkg-config", "--variable=\(variable)", package]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let path = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard process.terminationStatus == 0, !path.isEmpty else { throw PkgConfigFailed(package: package) }
        return path
    }
}

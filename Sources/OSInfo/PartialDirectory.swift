import FoundationEssentials

/// A temporary directory of links to a few files of the database, for libosinfo reads whole directories only.
struct PartialDirectory: ~Copyable {
    let path: String

    init(linking files: [String], of directory: String) throws {
        let manager = FileManager.default
        path = manager.temporaryDirectory.path + "/roost-osinfo-" + UUID().uuidString
        try manager.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        var made: Set<String> = []
        for file in files {
            guard let slash = file.lastIndex(of: "/") else { continue }
            let folder = String(file[..<slash])
            if made.insert(folder).inserted {
                try manager.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
            }
            try manager.createSymbolicLink(atPath: "\(path)/\(file)", withDestinationPath: "\(directory)/\(file)")
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

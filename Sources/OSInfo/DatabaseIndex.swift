import FoundationEssentials

/// Which file of the database defines what, read from the files' text in a fraction of the time that libosinfo takes
/// to parse them. An answer taken from it is always checked against what libosinfo then reads.
struct DatabaseIndex: Sendable {
    let directory: String
    private let files: [DatabaseFile]
    private let filesByID: [String: [Int]]

    /// Files and depth are bounded, because the directory may be named by the environment.
    static let maximumFiles = 20_000
    static let maximumFileSize = 4 << 20

    init(directory: String) {
        self.directory = directory
        let folders = ["os", "device", "install-script", "platform", "datamap"]
        let paths = folders.flatMap { folder in
            let names = (try? FileManager.default.subpathsOfDirectory(atPath: "\(directory)/\(folder)")) ?? []
            return names.filter { $0.hasSuffix(".xml") }.map { "\(folder)/\($0)" }
        }
        files = paths.prefix(Self.maximumFiles).compactMap { path in
            guard let bytes = FileManager.default.contents(atPath: "\(directory)/\(path)"),
                bytes.count <= Self.maximumFileSize
            else { return nil }
            return TextScan.databaseFile(path: path, text: bytes)
        }
        filesByID = Dictionary(grouping: files.indices) { [files] in files[$0].id }
    }

    var releases: [KnownRelease] {
        var known: [String: KnownRelease] = [:]
        for file in files where file.path.hasPrefix("os/") && !file.shortIDs.isEmpty {
            let before = known[file.id]
            known[file.id] = KnownRelease(
                id: file.id, shortIDs: (before?.shortIDs ?? []) + file.shortIDs, name: before?.name ?? file.name)
        }
        return known.values.sorted { $0.id < $1.id }
    }

    /// Every file that the release needs, its own first: those that define what it refers to, and so on.
    func closure(of id: String) -> [String] {
        var seen: Set<Int> = []
        var pending = [id]
        var paths: [String] = []
        while let next = pending.popLast() {
            for file in filesByID[next] ?? [] where seen.insert(file).inserted {
                paths.append(files[file].path)
                pending += files[file].references
            }
        }
        return paths
    }
}

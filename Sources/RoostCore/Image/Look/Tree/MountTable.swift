/// What an image's own fstab says: which part belongs where.
struct MountTable: Equatable {
    struct Entry: Equatable {
        /// As it stands there: "UUID=…", "/dev/vda1".
        let device: String
        let place: String
        /// Of a btrfs file system.
        let subvolume: String?
    }

    let entries: [Entry]

    private static let most = 64

    init(_ text: String) {
        entries = text.split(separator: "\n").prefix(1000).compactMap { line in
            let words = line.split { $0 == " " || $0 == "\t" }
            guard words.count >= 3, !words[0].hasPrefix("#"), words[1].hasPrefix("/"), words[1] != "/" else {
                return nil
            }
            let options = words.count > 3 ? words[3].split(separator: ",") : []
            let subvolume = options.first { $0.hasPrefix("subvol=") }?.dropFirst("subvol=".count)
            return Entry(
                device: Self.plain(words[0]), place: Self.plain(words[1]), subvolume: subvolume.map { Self.plain($0) })
        }.prefix(Self.most).sorted { $0.place.utf8.count < $1.place.utf8.count }
    }

    /// The part that an entry means.
    static func part(_ device: String, among parts: [DiskPart]) -> Int? {
        let sign = device.firstIndex(of: "=")
        let value = sign.map { String(device[device.index(after: $0)...].filter { $0 != "\"" }) } ?? device
        switch sign.map({ device[..<$0] }) {
        case "UUID": return parts.firstIndex { $0.uuid?.lowercased() == value.lowercased() }
        case "LABEL": return parts.firstIndex { $0.label == value }
        case "PARTUUID": return parts.firstIndex { $0.tableUUID?.lowercased() == value.lowercased() }
        case "PARTLABEL": return parts.firstIndex { $0.tableLabel == value }
        case nil where device.hasPrefix("/dev/mapper/"):
            let name = device.dropFirst("/dev/mapper/".count)
            return parts.firstIndex { mapperName($0.name) == name }
        case nil where device.hasPrefix("/dev/disk/by-uuid/"):
            return parts.firstIndex { $0.uuid == String(device.dropFirst("/dev/disk/by-uuid/".count)) }
        case nil where device.hasPrefix("/dev/"):
            // sda, vda, xvda and hda are the first disk, whatever it was plugged into.
            let name = device.dropFirst("/dev/".count)
            if let part = parts.firstIndex(where: { $0.name == name }) { return part }
            guard let d = name.firstIndex(of: "d"), name[..<d].count <= 2 else { return nil }
            return parts.firstIndex { $0.name == "v" + name[d...] }
        default: return nil
        }
    }

    /// The device mapper doubles dashes.
    private static func mapperName(_ name: String) -> String {
        name.split(separator: "/").map {
            $0.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "--")
        }
        .joined(separator: "-")
    }

    /// fstab writes blanks as "\040".
    private static func plain(_ word: Substring) -> String {
        var result = word
        for (code, character) in [("\\040", " "), ("\\011", "\t"), ("\\134", "\\")] {
            while let range = result.firstRange(of: code) { result.replaceSubrange(range, with: character) }
            if code == "\\134" { break }
        }
        return String(result)
    }
}

/// What an install medium's own names say of the release on it, by the customs of those who make them.
enum MediaName {
    /// Short names to look up, the likeliest first. They may be of releases that the database does not know.
    static func releases(_ volume: ISOVolume) -> [String] {
        if volume.publisherID?.uppercased().hasPrefix("MICROSOFT") == true {
            // Older ones are in the database; a newer one is likelier to want what the last known one wants.
            return ["win11", "win10"]
        }
        guard let name = volume.volumeID else { return [] }
        let words = name.lowercased().split { " -_".contains($0) }.map(String.init)
        guard let first = words.first else { return [] }
        let numbers = words.dropFirst().filter { word in
            word.first?.isASCII == true && word.allSatisfy { ("0"..."9").contains($0) || $0 == "." } && word.count <= 12
        }
        guard let version = numbers.first?.split(separator: ".").map(String.init), let major = version.first else {
            return []
        }
        switch first {
        case "debian": return ["debian\(major)"]
        case "ubuntu", "kubuntu", "xubuntu", "lubuntu": return version.count > 1 ? ["ubuntu\(major).\(version[1])"] : []
        case "fedora":
            // "Fedora-S-dvd-x86_64-41": the architecture has a number too.
            return numbers.map { $0.split(separator: ".")[0] }.filter { $0 != "64" }.map { "fedora\($0)" }
        case "rhel": return numbers.count > 1 ? ["rhel\(major).\(numbers[1])"] : ["rhel\(major).0"]
        case "centos": return words.contains("stream") ? ["centos-stream\(major)"] : ["centos\(major)"]
        case "almalinux", "rocky": return ["\(first)\(major)"]
        default: return []
        }
    }
}

/// What was found on a host: by one script, and by libvirt where that answers. Only facts; ``HostJudge`` says what they mean.
public struct HostLook: Hashable, Sendable, Codable {
    /// A service of systemd.
    struct Unit: Hashable, Sendable, Codable {
        var name: String
        var isLoaded = false
        var isActive = false
        var isEnabled = false
    }

    /// A device file.
    struct Device: Hashable, Sendable, Codable {
        var path: String
        /// Octal digits, such as "660".
        var mode: String
        var owner: String
        var group: String
    }

    /// A user and the groups it is in.
    struct User: Hashable, Sendable, Codable {
        var name: String
        var groups: [String]
    }

    /// The script's answer, by key; ``lines(_:)`` and ``text(_:)`` read it.
    var values: [String: [String]]
    /// What libvirt told; nil where it did not answer.
    public internal(set) var libvirt: LibvirtFacts?
    /// Why it did not answer.
    public internal(set) var libvirtProblem: String?
    /// Whether that is because its user may not ask.
    var isLibvirtClosed = false
    /// How far the host's clock is before this computer's, in seconds; nil where it is this computer.
    var clockOffset: Int?

    init(values: [String: [String]]) { self.values = values }

    /// Reads the script's answer.
    /// - Returns: nil where its end is missing.
    init?(answer: String) {
        var values: [String: [String]] = [:]
        for line in answer.split(whereSeparator: \.isNewline) {
            guard let equals = line.firstIndex(of: "=") else { continue }
            values[String(line[..<equals]), default: []].append(String(line[line.index(after: equals)...]))
        }
        guard values["end"] == ["yes"] else { return nil }
        self.values = values
    }

    func lines(_ key: String) -> [String] { values[key] ?? [] }
    func text(_ key: String) -> String? { values[key]?.first.flatMap { $0.isEmpty ? nil : $0 } }
    func has(_ key: String, _ value: String) -> Bool { values[key]?.contains(value) ?? false }

    var architecture: String { text("machine") ?? "" }
    var kernel: String { text("kernel") ?? "" }
    var isRoot: Bool { text("uid") == "0" }
    var hasSystemd: Bool { has("systemd", "yes") }

    /// Who wants to use the machines: the user who came, or who became root by sudo. nil for root itself.
    var person: User? {
        if let caller = text("caller") {
            return User(name: caller, groups: words(text("caller.groups")))
        }
        guard !isRoot, let name = text("user") else { return nil }
        return User(name: name, groups: words(text("groups")))
    }

    var distribution: Distribution { Distribution(osRelease: lines("os")) }

    /// Of the first processor, in small letters.
    var cpuFlags: Set<String> {
        guard let line = text("cpu.flags"), let colon = line.firstIndex(of: ":") else { return [] }
        return Set(words(String(line[line.index(after: colon)...]).lowercased()))
    }

    func device(_ path: String) -> Device? {
        lines("device").lazy.map { $0.split(separator: " ").map(String.init) }
            .first { $0.count == 4 && $0[0] == path }.map {
                Device(path: $0[0], mode: $0[1], owner: $0[2], group: $0[3])
            }
    }

    /// Whom QEMU runs as: what qemu.conf says, else the user that the distribution's packages made.
    var qemuUser: User? {
        let known = lines("qemu.user").map(words).filter { !$0.isEmpty }.map {
            User(name: $0[0], groups: Array($0.dropFirst()))
        }
        if let named = setting("user") {
            return known.first { $0.name == named } ?? User(name: named, groups: [])
        }
        return known.first
    }

    /// A setting of qemu.conf.
    func setting(_ name: String) -> String? { value(of: name, in: "conf") }
    func daemonSetting(_ name: String) -> String? { value(of: name, in: "daemonconf") }

    private func value(of name: String, in key: String) -> String? {
        lines(key).last { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    func unit(_ name: String) -> Unit {
        for line in lines("unit") {
            var fields: [Substring: Substring] = [:]
            for part in line.split(separator: "|") {
                let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if pair.count == 2 { fields[pair[0]] = pair[1] }
            }
            guard fields["Id"] == name[...] else { continue }
            return Unit(
                name: name, isLoaded: fields["LoadState"] == "loaded", isActive: fields["ActiveState"] == "active",
                isEnabled: ["enabled", "enabled-runtime", "static", "indirect", "alias"].contains(
                    fields["UnitFileState"]))
        }
        return Unit(name: name)
    }

    /// The members of a group by /etc/group and its kin; nil where there is no such group.
    func members(of group: String) -> [String]? {
        guard let line = lines("group").first(where: { $0.hasPrefix("\(group) ") }) else { return nil }
        return line.dropFirst(group.count + 1).split(separator: ",").map(String.init)
    }

    var qemuVersion: VersionNumber? { text("qemu.version").flatMap(VersionNumber.init(in:)) }
    var libvirtVersion: VersionNumber? {
        libvirt?.version.flatMap(VersionNumber.init(in:)) ?? text("daemon.version").flatMap(VersionNumber.init(in:))
    }

    private func words(_ text: String?) -> [String] { (text ?? "").split(separator: " ").map(String.init) }
}

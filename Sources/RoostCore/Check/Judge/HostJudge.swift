/// Says what the facts of a host mean. Asks nobody anything.
struct HostJudge {
    let look: HostLook
    let host: String
    /// Whether it is this computer.
    let isHere: Bool

    var distribution: Distribution { look.distribution }

    var report: HostCheckReport {
        HostCheckReport(
            host: host, system: "\(distribution.name), Linux \(look.kernel), \(look.architecture)",
            findings: processor + kernel + software + services + users + network + storage + security + names,
            command: isHere ? "roost host check" : "roost host check \(ShellWord.quoted(host))")
    }

    /// As a person who is not root types it.
    func sudo(_ commands: [String]) -> [String] {
        commands.map { command in
            guard !look.isRoot || look.text("caller") != nil else { return command }
            // A shell's own words, such as a redirection, are not for sudo.
            return command.contains(where: { "|>&;=".contains($0) })
                ? "sudo sh -c \(ShellWord.quoted(command))" : "sudo \(command)"
        }
    }

    /// Roost's own command for that host.
    func roost(_ words: String) -> String {
        isHere ? "roost \(words)" : "roost \(words) --host \(ShellWord.quoted(host))"
    }

    func finding(
        _ id: String, _ topic: HostFinding.Topic, _ title: String, _ state: HostFinding.State,
        _ evidence: String? = nil,
        advice: String? = nil, remedy: [String] = [], fix: HostChange? = nil
    ) -> HostFinding {
        HostFinding(
            id: id, topic: topic, title: title, state: state, evidence: evidence, advice: advice,
            remedy: sudo(remedy), fix: fix)
    }

    /// Brings services up, now and at every start.
    func starting(_ units: [String], title: String) -> HostChange {
        guard look.hasSystemd else {
            return HostChange(
                title: title, commands: Self.directStart,
                note: "Without systemd here, this lasts until the next start of the host.")
        }
        return HostChange(title: title, commands: ["systemctl enable --now \(units.joined(separator: " "))"])
    }

    /// Where no systemd starts them. Each is told to run by itself only where it does not.
    static let directStart = [
        "cat /proc/[0-9]*/comm 2>/dev/null | grep -qx virtlogd || virtlogd -d",
        "cat /proc/[0-9]*/comm 2>/dev/null | grep -qx libvirtd || libvirtd -d",
    ]
}

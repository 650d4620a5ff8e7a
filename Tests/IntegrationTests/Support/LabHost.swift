import Libvirt
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One host of `scripts/lab`: a computer of its own, as far as ssh and libvirt can tell.
struct LabHost: Sendable {
    /// `lab1` and so on: the name that the lab's ssh knows.
    let name: String

    /// The host's part of the lab's state.
    private var directory: String { "\(LabHosts.directory)/hosts/\(name)" }
    /// The folder of its pool `default`, seen from here.
    var images: String { "\(directory)/images" }

    var address: String { get throws { try text("address") } }

    /// Its libvirtd's socket, seen from here.
    var socket: String { get throws { "/proc/\(try text("pid"))/root/run/libvirt/libvirt-sock" } }

    /// How often its sshd let somebody in since it was made.
    var logins: Int {
        get throws {
            // A key that would do is logged as accepted too; only a line that says for whom is a login. Lines end with CR LF.
            try text("sshd.log").split(whereSeparator: \.isNewline).count {
                $0.hasPrefix("Accepted ") && $0.contains(" for ")
            }
        }
    }

    /// What runs in its process namespace, in the order of the ids.
    var processes: [HostProcess] {
        get throws {
            let first = try text("pid")
            let files = FileManager.default
            let namespace = try files.destinationOfSymbolicLink(atPath: "/proc/\(first)/ns/pid")
            return try files.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init).sorted().compactMap { id in
                // Processes end while this looks.
                guard let own = try? files.destinationOfSymbolicLink(atPath: "/proc/\(id)/ns/pid"), own == namespace
                else { return nil }
                return HostProcess(id: id)
            }
        }
    }

    /// Runs a command in the host as root, by its namespaces and not by ssh.
    @discardableResult
    func run(_ command: String...) async throws -> RunResult { try await script(["exec", name] + command) }

    /// The same for what must succeed.
    /// - Returns: what it printed.
    @discardableResult
    func succeeding(_ command: String...) async throws -> String {
        let result = try await script(["exec", name] + command)
        guard result.succeeded else { throw LabError(what: "\(name): \(command.joined(separator: " ")): \(result)") }
        return result.output
    }

    /// Takes the cable out: what is on its way is lost, and nobody is told.
    func cut() async throws { try await change("cut") }
    func mend() async throws { try await change("mend") }
    /// Stops the host's libvirtd without ending it.
    func freeze() async throws { try await change("freeze") }
    func thaw() async throws { try await change("thaw") }
    /// Kills its libvirtd; machines go on.
    func killLibvirtd() async throws { try await succeeding("sh", "-c", "kill -KILL $(cat /run/libvirtd.pid)") }
    func startLibvirtd() async throws { try await succeeding("libvirtd", "-d") }
    /// Kills its sshd with all sessions.
    func killSSHD() async throws { try await change("kill-sshd") }
    func startSSHD() async throws { try await change("start-sshd") }

    /// Has a real systemd start the host's programs, whose commands then run there too. Nobody keeps its network yet.
    func boot() async throws { try await change("boot") }
    /// Ends all that, and gives the host the card back that it had.
    func endBoot() async throws { try await change("end-boot") }

    /// Puts right what a test may have left: systemd, the cable, the daemon, sshd. The next test gets a host that works.
    func repair() async throws {
        if FileManager.default.fileExists(atPath: "\(directory)/systemd-pid") { try await endBoot() }
        try await mend()
        try await thaw()
        if try !processes.contains(where: { $0.command.contains("libvirtd") }) { try await startLibvirtd() }
        if try !processes.contains(where: { $0.command.hasPrefix("sshd: /usr/sbin/sshd") }) { try await startSSHD() }
    }

    private func change(_ verb: String) async throws {
        let result = try await script([verb, name])
        guard result.succeeded else { throw LabError(what: "lab \(verb) \(name): \(result)") }
    }

    private func script(_ arguments: [String]) async throws -> RunResult {
        try await LabHosts.script.run(arguments, environment: ["ROOST_LAB_NAME": LabHosts.labName])
    }

    private func text(_ file: String) throws -> String {
        let text = try String(contentsOfFile: "\(directory)/\(file)", encoding: .utf8)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}

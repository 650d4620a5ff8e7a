import Libvirt
import Synchronization
import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Forwards by the real hook, run by a real sh, with a stand-in for iptables that keeps its rules in files.
@Suite(.timeLimit(.minutes(2))) final class ForwardRulesTests: Sendable {
    private let directory = FileManager.default.temporaryDirectory.appending(
        path: "t-\(UInt32.random(in: .min ... .max))"
    ).path
    private let world: TestWorld
    private let machine: RoostCore.Machine
    /// How many of the next scripts for root have done their work when the link is lost.
    private let losses = LostLinks()

    private static let uuid = "7b1c2a90-3f4e-4d0a-9a55-0c6a1a2b3c4d"
    private static let definition = """
        <domain type='test'><name>web1</name><uuid>\(uuid)</uuid><memory unit='KiB'>8192</memory>
          <os><type>hvm</type></os>
          <devices><interface type='network'>
            <mac address='52:54:00:00:00:01'/><source network='lan'/></interface></devices></domain>
        """
    private static let network = """
        <network><name>lan</name><forward mode='nat'/><bridge name='virbr9'/>
          <ip address='10.20.0.1' netmask='255.255.255.0'/></network>
        """
    /// As much of iptables as the hook and its caller use.
    private static let iptables = #"""
        #!/bin/sh
        here=${0%/bin/iptables}
        [ "$1" = -w ] && shift
        table=filter
        if [ "$1" = -t ]; then table=$2; shift 2; fi
        what=$1 chain=$2
        shift 2
        file=$here/rules/$table.$chain
        case $what in
        -N) [ ! -e "$file" ] && : >"$file" ;;
        -S) echo "-N $chain"; cat "$file" 2>/dev/null ;;
        -C) grep -qxF -- "-A $chain $*" "$file" 2>/dev/null ;;
        -A)
            case " $* " in *" --dport $(cat "$here/refused" 2>/dev/null) "*) exit 4 ;; esac
            echo "-A $chain $*" >>"$file"
            ;;
        -I)
            [ "$1" != 1 ] || shift
            { echo "-A $chain $*"; cat "$file" 2>/dev/null; } >"$file.new" && mv "$file.new" "$file"
            ;;
        -D)
            grep -vxF -- "-A $chain $*" "$file" >"$file.new"
            mv "$file.new" "$file"
            ;;
        esac
        """#

    init() async throws {
        world = try await TestWorld()
        _ = try await world.host.connection.defineNetwork(xml: Self.network)
        _ = try await world.host.connection.defineDomain(xml: Self.definition)
        machine = try await world.host.machine("web1")
        try await machine.start()
        for folder in ["bin", "rules", "hooks", "proc"] {
            try FileManager.default.createDirectory(
                atPath: "\(directory)/\(folder)", withIntermediateDirectories: true)
        }
        // The computer's own rules are neither asked for nor changed.
        for (name, text) in [("iptables", Self.iptables), ("nft", "#!/bin/sh\nexit 1\n")] {
            let path = "\(directory)/bin/\(name)"
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: directory) } catch { Issue.record("\(error)") }
    }

    private var hook: String { "\(directory)/hooks/qemu" }

    private var rules: ForwardRules {
        get throws {
            let shell = try HostShell(HostTarget(name: "here", uri: .system))
            let (directory, losses) = (directory, losses)
            let runner = ScriptRunner(prefix: "") { script, asRoot, limit throws(Failure) in
                let moved = script.replacing("PATH=/usr/sbin:/sbin:", with: "PATH=\(directory)/bin:")
                    .replacing("/proc/net/", with: "\(directory)/proc/")
                let answer = try await shell.run("PATH=\(directory)/bin:$PATH\n\(moved)", within: limit)
                if asRoot, losses.isLost { throw Failure(.unreachable, "Lost the host") }
                return answer
            }
            return ForwardRules(world.host, shell: runner, path: hook)
        }
    }

    private func publish(_ texts: String...) async throws {
        _ = try await machine.publish(
            texts.map { text throws(Failure) in try PortWish(text) }, address: IPAddress("10.20.0.5"), by: try rules)
    }

    private func unpublish(_ texts: String...) async throws {
        let rules = try rules
        _ = try await machine.unpublish(texts.map { text throws(Failure) in try PortWish(text) }) { _ in rules }
    }

    /// The host's ports that its rules lead on.
    private func open() throws -> [String] {
        let path = "\(directory)/rules/nat.ROOST-DNAT"
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            return words.firstIndex(of: "--dport").map { String(words[$0 + 1]) } ?? "\(line)"
        }
    }

    private func listed() async throws -> [String] {
        try await world.host.publishedPorts().rows.map { "\($0.port.port)" }
    }

    private func expect(_ ports: [String]) async throws {
        #expect(try open() == ports)
        #expect(try await listed() == ports)
    }

    @Test func whatIsListedIsWhatIsOpen() async throws {
        try await publish("8080:80")
        try await publish("9090:90")
        try await expect(["8080", "9090"])
        try await unpublish("8080:80")
        try await expect(["9090"])
        try await unpublish()
        try await expect([])
    }

    /// The rules are there when the link is lost: nobody would know of the second port.
    @Test func aSecondForwardThatFailsIsUndone() async throws {
        try await publish("8080:80")
        losses.next = [false, true]
        let failure = await expectFailure(.unreachable) { try await publish("9090:90") }
        #expect(failure?.what == "Lost the host" && failure?.why?.contains("may be wrong") != true)
        try await expect(["8080"])
    }

    @Test func aForwardOfWhichARuleIsNotTakenIsUndone() async throws {
        try await publish("8080:80")
        try "9090".write(toFile: "\(directory)/refused", atomically: true, encoding: .utf8)
        let failure = await expectFailure(.general) { try await publish("9090:90") }
        #expect(failure?.why?.contains("took 1 of 2 of the rules") == true, "\(String(describing: failure))")
        try await expect(["8080"])
    }

    @Test func aRemovalThatFailsIsUndone() async throws {
        try await publish("8080:80", "9090:90")
        losses.next = [true]
        await expectFailure(.unreachable) { try await unpublish("9090:90") }
        try await expect(["8080", "9090"])
        losses.next = [true]
        await expectFailure(.unreachable) { try await unpublish() }
        try await expect(["8080", "9090"])
    }

    /// What cannot be put right is said.
    @Test func whatMayBeWrongIsSaid() async throws {
        try await publish("8080:80")
        losses.next = [true, true]
        let failure = await expectFailure(.unreachable) { try await unpublish("8080:80") }
        #expect(failure?.why?.contains("rules may be wrong") == true && failure?.remedy == "roost net forward --apply")
        // As the remedy says.
        #expect(try await world.host.restorePublishedPorts(by: try rules, "t") == 1)
        try await expect(["8080"])
    }

    @Test func aPortOfAnotherMachineIsNotTakenFromIt() async throws {
        try await publish("8080:80")
        _ = try await world.host.connection.defineDomain(
            xml: Self.definition.replacing(Self.uuid, with: "7b1c2a90-3f4e-4d0a-9a55-0c6a1a2b3c4e")
                .replacing("web1", with: "web2").replacing("00:01", with: "00:02"))
        let other = try await world.host.machine("web2")
        let refused = await expectFailure(.exists) {
            _ = try await other.publish([try PortWish("8080:80")], address: IPAddress("10.20.0.6"), by: try rules)
        }
        #expect(refused?.why?.contains("leads to web1 already") == true)
        try await expect(["8080"])
    }

    @Test func somebodyElsesHookStaysAsItIs() async throws {
        try await publish("8080:80")
        let foreign = "#!/bin/sh\nexit 0\n"
        try foreign.write(toFile: hook, atomically: true, encoding: .utf8)
        let refused = await expectFailure(.exists) { try await publish("9090:90") }
        #expect(refused?.why?.contains("somebody else's hook") == true)
        let again = await expectFailure(.general) {
            _ = try await world.host.restorePublishedPorts(by: try rules, "t")
        }
        #expect(again?.why?.contains("somebody else's hook") == true, "\(String(describing: again))")
        #expect(try String(contentsOfFile: hook, encoding: .utf8) == foreign)
        try await expect(["8080"])
    }
}

/// When a link is lost.
private final class LostLinks: Sendable {
    private let state = Mutex<[Bool]>([])

    /// Of the next scripts for root, whether each loses the link after its work.
    var next: [Bool] {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }

    var isLost: Bool { state.withLock { $0.isEmpty ? false : $0.removeFirst() } }
}

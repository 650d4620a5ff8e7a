import Libvirt
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a machine that is made from a cloud image needs: the image, a bridge of the test's own, and a person's ssh.
struct CloudWorld: Sendable {
    let lab: Lab
    let sshd: TestSSHD
    let bridge: String
    /// The first three numbers of the bridge's network.
    let network: String

    /// A disk with cloud-init, the guest agent, sshd and a console on ttyS0.
    static let image = ProcessInfo.processInfo.environment["ROOST_TEST_CLOUD_IMAGE"].flatMap { $0.isEmpty ? nil : $0 }

    /// Two at a time must not have the same, and the lab has 10.213.
    private static let nextNetwork = Mutex(Int.random(in: 0..<254))

    static func run(_ slots: LabSlots = .guests, _ body: (CloudWorld) async throws -> Void) async throws {
        try await Lab.run(slots) { lab in
            try await TestSSHD.run { sshd in
                let number = nextNetwork.withLock { number in
                    number = number % 254 + 1
                    return number
                }
                let bridge = "tb\(lab.prefix.dropFirst(2).dropLast())"
                let network = "10.214.\(number)"
                lab.atEnd("the bridge \(bridge)") { _ = try await ip("link", "delete", bridge) }
                for words in [
                    ["link", "add", "name", bridge, "type", "bridge"],
                    ["address", "add", "\(network).1/24", "dev", bridge],
                    ["link", "set", bridge, "up"],
                ] {
                    let made = try await Program.named("ip").run(words)
                    guard made.succeeded else { throw LabError(what: "ip \(words.joined(separator: " ")): \(made)") }
                }
                try await body(CloudWorld(lab: lab, sshd: sshd, bridge: bridge, network: network))
            }
        }
    }

    private static func ip(_ words: String...) async throws -> RunResult { try await Program.named("ip").run(words) }

    /// The image where QEMU may read it, for as long as the test takes.
    func ownImage() async throws -> String {
        guard let image = Self.image else { throw LabError(what: "ROOST_TEST_CLOUD_IMAGE is not set") }
        let path = "\(Lab.imageDirectory)/\(lab.prefix)image.qcow2"
        lab.atEnd("the image \(path)") { try FileManager.default.removeItem(atPath: path) }
        let copied = try await Program.named("cp").run(["--sparse=always", image, path])
        guard copied.succeeded else { throw LabError(what: "cp \(image) \(path): \(copied)") }
        return path
    }

    /// The public key of the person's ssh.
    var key: String { "\(sshd.directory)/key.pub" }

    func roost(_ arguments: String...) async throws -> RunResult {
        try await sshd.roost(Lab.uri, arguments: arguments)
    }

    /// Runs a command in the guest as a person would, with nothing but the machine's name.
    func ssh(_ name: String, host: String = Lab.uri, _ command: String...) async throws -> RunResult {
        try await sshd.roost(host, arguments: ["ssh", name, "--"] + command)
    }

    /// Runs roost, and presses Ctrl-C when it has said a word.
    func interrupted(_ arguments: [String], after word: String) async throws -> RunResult {
        try await GuestWorld(lab: lab, sshd: sshd, name: "", uuid: "").interrupted(["--host", Lab.uri] + arguments) {
            _, errors in
            try await lab.eventually(word) { errors().contains(word) }
        }
    }

    /// What a file that only the test reads holds.
    func file(_ name: String, _ text: String) throws -> String {
        let path = "\(sshd.directory)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    /// The disks and drives of a machine as it runs, or as it is defined.
    func xml(_ name: String, _ flags: Domain.XMLFlags = []) async throws -> String {
        try await lab.connection.domain(named: name).xml(flags)
    }
}

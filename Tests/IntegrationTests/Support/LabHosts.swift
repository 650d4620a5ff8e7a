import SystemPackage
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The test hosts of `scripts/lab`. `scripts/test` brings them up before the tests and takes them down afterwards, as Swift
/// Testing has no end of a whole run to do that at.
///
/// `lab1` is for everybody at once: tests may look at it and use names of their own there. The others belong to one test at a
/// time, which may cut, freeze and count as it likes.
actor LabHosts {
    static let shared = LabHosts()

    /// The lab's state directory. Only to be asked for where `isEnabled` says that there is one.
    static let directory = ProcessInfo.processInfo.environment["ROOST_LAB"] ?? ""
    /// The trait of every suite that needs hosts.
    static let isEnabled = Lab.isEnabled && !directory.isEmpty
    static let whyDisabled: Comment = """
        as root: eval "$(scripts/lab up 4 | grep ^export)" and set ROOST_INTEGRATION=1 and ROOST_LAB=/run/roost-lab, \
        or run scripts/test integration
        """

    static let scriptPath = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
        .removingLastComponent().appending("scripts/lab")
    static let script = Program.at(scriptPath)
    /// The ssh that knows the hosts.
    static let ssh = Program.at(FilePath(directory).appending("bin/ssh"))
    /// What the script calls the lab in that directory.
    static let labName: String = {
        let name = directory.split(separator: "/").last ?? ""
        return name == "roost-lab" ? "lab" : String(name.dropFirst("roost-lab-".count))
    }()

    /// A host that other tests use at the same time.
    static let common = LabHost(name: "lab1")

    private var free: [LabHost]?
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Gives a test so many hosts of its own, and puts right what it did to them.
    static func owned(_ count: Int = 1, _ body: ([LabHost]) async throws -> Void) async throws {
        let hosts = try await shared.take(count)
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(hosts))
        } catch {
            result = .failure(error)
        }
        // A test that ran out of time is cancelled, and a cancelled task starts no programs.
        await Task {
            for host in hosts {
                do {
                    try await host.repair()
                } catch {
                    Issue.record(error, "\(host.name) is left broken")
                }
            }
            await shared.give(hosts)
        }.value
        try result.get()
    }

    /// All at once, so that two tests that want two each do not wait for each other.
    private func take(_ count: Int) async throws -> [LabHost] {
        let all = try Self.ownable()
        if free == nil { free = all }
        guard count <= all.count else {
            throw LabError(what: "the lab has too few hosts for this test, which wants \(count) besides lab1")
        }
        while let hosts = free, hosts.count < count {
            await withCheckedContinuation { waiting.append($0) }
        }
        let taken = Array((free ?? []).prefix(count))
        free?.removeFirst(taken.count)
        return taken
    }

    private func give(_ hosts: [LabHost]) {
        free?.append(contentsOf: hosts)
        let woken = waiting
        waiting = []
        for one in woken { one.resume() }
    }

    private static func ownable() throws -> [LabHost] {
        try FileManager.default.contentsOfDirectory(atPath: "\(directory)/hosts").filter { $0 != common.name }.sorted()
            .map(LabHost.init)
    }
}

import Synchronization
import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A hosts file of its own for one test, with hosts that libvirt's test driver plays.
final class FleetWorld: Sendable {
    let directory: String
    private let opened = Mutex<[String: Int]>([:])
    /// Each question that a host was reached with, in order.
    private let questions = Mutex<[(host: String, questions: Questions)]>([])
    /// Hosts that let nobody in who may not be asked.
    private let guarded: Set<String>

    init(guarded: Set<String> = []) throws {
        self.guarded = guarded
        directory = FileManager.default.temporaryDirectory.path + "/roost-fleet-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: directory + "/roost", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// How often each host was connected to.
    var connections: [String: Int] { opened.withLock { $0 } }
    var asked: [(host: String, questions: Questions)] { questions.withLock { $0 } }

    var file: HostsFile { HostsFile(path: directory + "/roost/hosts.yaml") }

    func write(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: file.path)) }

    func text() throws -> String { String(decoding: try Data(contentsOf: URL(filePath: file.path)), as: UTF8.self) }

    /// Adds a host with running machines, one network `default`, and one pool `images` that holds the volumes.
    func add(_ name: String, _ machines: [String] = [], volumes: [String] = []) async throws {
        let xml = """
            <node>
              <cpu><mhz>6000</mhz><model>i986</model><active>50</active><nodes>4</nodes><sockets>4</sockets>
                <cores>4</cores><threads>2</threads></cpu>
              <memory>16777216</memory>
              \(machines.map { TestWorld.domainXML($0) }.joined())
              <network><name>default</name><bridge name='virbr0'/></network>
              <pool type='dir'>
                <name>images</name><target><path>/images</path></target>
                \(volumes.map { Self.volumeXML($0) }.joined())
              </pool>
            </node>
            """
        let path = "\(directory)/\(name).xml"
        try Data(xml.utf8).write(to: URL(filePath: path))
        try await file.add(HostEntry(name: name, place: .uri(HostURI("test://\(path)"))))
    }

    /// Adds a host that takes connections and never answers.
    func addSilent(_ name: String, timeout: Int = 1) async throws -> SilentSocket {
        let socket = try SilentSocket("\(directory)/\(name).sock")
        let uri = try HostURI("qemu+unix:///system?socket=\(directory)/\(name).sock")
        try await file.add(HostEntry(name: name, place: .uri(uri), timeout: timeout))
        return socket
    }

    private static func volumeXML(_ name: String) -> String {
        """
        <volume type='file'><name>\(name)</name><capacity>1000</capacity><allocation>0</allocation>
          <target><path>/images/\(name)</path><format type='raw'/></target></volume>
        """
    }

    func fleet(_ hosts: String..., all: Bool = false, canAsk: Bool = false) -> Fleet {
        Fleet(hosts: hosts, all: all, locator: locator, canAsk: canAsk)
    }

    var locator: HostLocator {
        HostLocator(
            environment: { [directory] in $0 == "XDG_CONFIG_HOME" ? directory : nil },
            connect: { target, questions throws(Failure) in
                self.questions.withLock { $0.append((target.name, questions)) }
                if questions == .refused, self.guarded.contains(target.name) {
                    throw Failure(.permission, "Cannot log in to \(target.name)")
                }
                self.opened.withLock { $0[target.name, default: 0] += 1 }
                // What a guarded host is to be is no matter here.
                let uri =
                    self.guarded.contains(target.name)
                    ? try HostURI("test://\(self.directory)/\(target.name).xml") : target.uri
                return try await Host.connect(to: uri, name: target.name, questions: questions, within: target.limit)
            })
    }
}

import Glibc
import Libvirt

@testable import RoostCore

/// A host of its own for one test, on libvirt's test driver, which reads it from a file that only this test knows.
final class TestWorld: Sendable {
    let host: Host
    let directory: String

    /// - Parameters:
    ///   - running: names of machines that run from the start.
    ///   - off: names of machines that are only defined.
    init(running: [String] = [], off: [String] = []) async throws {
        var template = Array("/tmp/roost-tests-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw CannotMake(what: "a directory") }
        directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let path = directory + "/host.xml"
        guard let file = unsafe fopen(path, "w") else { throw CannotMake(what: path) }
        let xml = """
            <node>
              <cpu><mhz>6000</mhz><model>i986</model><active>50</active><nodes>4</nodes><sockets>4</sockets>
                <cores>4</cores><threads>2</threads></cpu>
              <memory>16777216</memory>
              \(running.map { Self.domainXML($0) }.joined())
            </node>
            """
        _ = unsafe fputs(xml, file)
        guard unsafe fclose(file) == 0 else { throw CannotMake(what: path) }
        host = try await Host.connect(to: try HostURI("test://" + path))
        for name in off { try await define(name) }
    }

    /// The fleet that has this host alone.
    var fleet: Fleet {
        let locator = HostLocator(environment: { _ in nil }, connect: { [host] _, _ in host })
        return Fleet(hosts: [host.uri.text], locator: locator, canAsk: false)
    }

    deinit {
        for file in ["host.xml", "saved"] { _ = unsafe unlink("\(directory)/\(file)") }
        _ = unsafe rmdir(directory)
    }

    struct CannotMake: Error {
        let what: String
    }

    /// Where a test may save one machine.
    var saveFile: String { directory + "/saved" }

    @discardableResult
    func define(_ name: String, tags: [String] = [], devices: String = "") async throws -> Machine {
        let domain = try await host.connection.defineDomain(xml: Self.domainXML(name, tags: tags, devices: devices))
        return Machine(host: host, domain: domain)
    }

    static func domainXML(_ name: String, tags: [String] = [], devices: String = "") -> String {
        let machine =
            "<roost:machine xmlns:roost='urn:roost:machine:1'>"
            + tags.map { "<roost:tag>\($0)</roost:tag>" }.joined() + "</roost:machine>"
        return """
            <domain type='test'>
              <name>\(name)</name>
              <metadata>\(tags.isEmpty ? "" : machine)</metadata>
              <memory unit='KiB'>8192</memory>
              <vcpu>2</vcpu>
              <os><type>hvm</type></os>
              <devices>\(devices)</devices>
            </domain>
            """
    }
}

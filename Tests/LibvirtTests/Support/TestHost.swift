import Glibc
import Libvirt

/// A world of its own for one test: libvirt's test driver reads it from a file that only this test knows, unlike
/// `test:///default`, which all connections of a process share.
final class TestHost: Sendable {
    let directory: TemporaryDirectory
    let connection: Connection

    init(_ xml: String = TestHost.oneDomain) async throws {
        directory = try TemporaryDirectory()
        let path = directory.path + "/host.xml"
        guard let file = unsafe fopen(path, "w") else { throw Failure(what: path) }
        _ = unsafe fputs(xml, file)
        guard unsafe fclose(file) == 0 else { throw Failure(what: path) }
        connection = try await Connection.open(uri: "test://" + path)
    }

    struct Failure: Error {
        let what: String
    }

    /// A host with the running domain `one`.
    static let oneDomain = """
        <node>
          <cpu><mhz>6000</mhz><model>i986</model><active>50</active><nodes>4</nodes><sockets>4</sockets>
            <cores>4</cores><threads>2</threads></cpu>
          <memory>16777216</memory>
          \(domainXML("one"))
        </node>
        """

    /// A definition that the test driver accepts.
    static func domainXML(_ name: String, uuid: String? = nil) -> String {
        """
        <domain type='test'>
          <name>\(name)</name>\(uuid.map { "<uuid>\($0)</uuid>" } ?? "")
          <memory unit='KiB'>8192</memory>
          <vcpu>2</vcpu>
          <os><type>hvm</type></os>
        </domain>
        """
    }
}

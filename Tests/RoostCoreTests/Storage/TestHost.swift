import RoostCore

/// Hosts that libvirt's test driver plays: each test has its own.
enum TestHost {
    /// One network `default`, one pool `images` in a directory, and the given machines.
    static func host(domains: String = "", extra: String = "", volumes: String = "") async throws -> Host {
        let file = try TemporaryFile(
            """
            <node>
              \(domains)
              <network>
                <name>default</name><forward mode='nat'/><bridge name='virbr0'/>
                <ip address='192.168.122.1' netmask='255.255.255.0'>
                  <dhcp><range start='192.168.122.2' end='192.168.122.254'/></dhcp>
                </ip>
              </network>
              <pool type='dir'>
                <name>images</name><target><path>/images</path></target>
                \(volumes)
              </pool>
              \(extra)
            </node>
            """)
        // The test driver reads the file as it connects.
        let host = try await Host.connect(to: HostURI("test://\(file.path)"))
        return withExtendedLifetime(file) { host }
    }

    static func domain(_ name: String, devices: String = "", os: String = "") -> String {
        """
        <domain type='test'>
          <name>\(name)</name><memory>1024</memory><os><type>hvm</type>\(os)</os>
          <devices>\(devices)</devices>
        </domain>
        """
    }
}

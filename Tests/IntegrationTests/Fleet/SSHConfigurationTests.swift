import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a person has told ssh works unchanged, for it is ssh that logs in.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct SSHConfigurationTests {
    /// The far host is known by an alias, reached through another host, and lets in a key that only the agent has.
    @Test(.labLimit)
    func anAliasAJumpAndAnAgentWorkAsTheyAre() async throws {
        try await LabHosts.owned(2) { hosts in
            try await LabClient.run { client in
                let (way, far) = (hosts[0], hosts[1])
                let path = try Self.configure(client, alias: "elsewhere", far, through: way)
                let socket = "\(client.directory)/agent"
                let agent = try await Program.named("ssh-agent").run(["-a", socket])
                let process = try #require(agent.output.firstMatch(of: /SSH_AGENT_PID=(\d+)/)?.1, "\(agent)")
                let environment = ["PATH": path, "SSH_AUTH_SOCK": socket]
                let result = await Task {
                    let added = try await Program.named("ssh-add").run(
                        ["-q", "\(LabHosts.directory)/key"], environment: environment)
                    #expect(added.succeeded, "\(added)")
                    let before = (try way.logins, try far.logins)
                    try await client.succeeding("host", "add", "far", "elsewhere", environment: environment)
                    let info = try await client.succeeding("host", "info", "--host", "far", environment: environment)
                    #expect(info.output.contains(far.name), "\(info)")
                    #expect(try way.logins - before.0 == 1 && far.logins - before.1 == 1)
                }.result
                let ended = try await Program.named("kill").run([String(process)])
                #expect(ended.succeeded, "\(ended)")
                try result.get()
            }
        }
    }

    /// Writes a configuration that comes before the lab's own, and an ssh that reads it.
    /// - Returns: a PATH where that ssh is the first.
    private static func configure(
        _ client: LabClient, alias: String, _ far: LabHost, through way: LabHost
    ) throws -> String {
        let configuration = """
            Host \(alias)
                HostName \(try far.address)
                HostKeyAlias \(far.name)
                ProxyJump \(way.name)
                User operator
                IdentityFile /dev/null
                UserKnownHostsFile \(LabHosts.directory)/known_hosts
            Host *
            Include \(LabHosts.directory)/ssh_config

            """
        let (file, folder) = ("\(client.directory)/ssh_config", "\(client.directory)/bin")
        try configuration.write(toFile: file, atomically: true, encoding: .utf8)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try "#!/bin/sh\nexec /usr/bin/ssh -F \(file) \"$@\"\n".write(
            toFile: "\(folder)/ssh", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/ssh")
        return "\(folder):\(client.environment["PATH"] ?? "")"
    }
}

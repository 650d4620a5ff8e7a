import Testing

@testable import RoostCore

@Suite struct CloudDocumentsTests {
    private static func documents(
        _ options: String, _ material: CloudMaterial, user: String? = "debian", os: String? = nil
    ) throws -> CloudDocuments {
        let request = try #require(try CreateLine.request("roost web1 --image debian-12 \(options)").cloud)
        return CloudDocuments(
            request, material, user: user, os: os, instance: "6f1c1e4e", cards: ["52:54:00:11:22:33", nil])
    }

    @Test func aKeyAlone() throws {
        let documents = try Self.documents("", CloudMaterial(keys: ["ssh-ed25519 AAAA ada@home"]))
        #expect(documents.metaData == "instance-id: \"iid-6f1c1e4e\"\nlocal-hostname: \"web1\"\n")
        #expect(documents.networkConfig == nil)
        #expect(
            documents.userData == """
                #cloud-config
                hostname: "web1"
                manage_etc_hosts: "localhost"
                users:
                - name: "debian"
                  sudo: "ALL=(ALL) NOPASSWD:ALL"
                  shell: "/bin/bash"
                  lock_passwd: true
                  ssh_authorized_keys:
                  - "ssh-ed25519 AAAA ada@home"
                ssh_pwauth: false
                growpart:
                  mode: "auto"
                  devices:
                  - "/"
                resize_rootfs: true

                """)
    }

    @Test func aNameWithADomain() throws {
        let text = try Self.documents("--hostname db.example.org", CloudMaterial()).userData
        #expect(text.contains("hostname: \"db\"\nfqdn: \"db.example.org\"\n"))
    }

    @Test func aPasswordPackagesAndCommands() throws {
        let material = CloudMaterial(passwordHash: Secret("$6$salt$hash"))
        let documents = try Self.documents("--package nginx --run 'echo \"yes\": no'", material, user: "root")
        let text = documents.userData
        #expect(text.contains("lock_passwd: false") && text.contains("hashed_passwd: \"$6$salt$hash\""))
        #expect(text.contains("ssh_pwauth: true") && text.contains("disable_root: false") && !text.contains("sudo"))
        #expect(text.contains("package_update: true\npackages:\n- \"nginx\"\n"))
        #expect(text.contains("runcmd:\n- \"echo \\\"yes\\\": no\"\n"))
    }

    @Test func whatIsShownHoldsNoSecret() throws {
        let material = CloudMaterial(passwordHash: Secret("$6$salt$hash"))
        #expect(!(try Self.documents("", material.masked).text.contains("$6$")))
        let file = """
            #cloud-config
            password: hunter2
            chpasswd: {list: "root:hunter2"}
            chpasswd:
              list: |
                root:hunter2
            users:
              - {name: a, plain_text_passwd: 'hunter2', lock_passwd: false}
              - name: b
                hashed_passwd: hunter2
            write_files:
              - content: |
                  -----BEGIN OPENSSH PRIVATE KEY-----
                  hunter2
                  -----END OPENSSH PRIVATE KEY-----
            api_token: hunter2
            API_KEY: a b, hunter2
            wifi_passphrase: "a,hunter2"
            chpasswd: {list: "root:a,ann:hunter2"}
            runcmd: [curl -u x https://ann:hunter2@example.org]
            more: {password: "a,hunter2", name: b}
            """
        let shown = SecretLines.masked(file)
        #expect(!shown.contains("hunter2"), "\(shown)")
        #expect(shown.contains("name: b"))
    }

    @Test(arguments: [
        "--ip 10.0.0.10/24 --gateway 10.0.0.1 --dns 9.9.9.9 --dns 2620:fe::fe",
        "--ip 10.0.0.10/24,gateway=10.0.0.1,dns=9.9.9.9,dns=2620:fe::fe",
    ])
    func anAddressOfItsOwnByTheCardsAddress(_ options: String) throws {
        let documents = try Self.documents(options, CloudMaterial())
        #expect(
            documents.networkConfig == """
                version: 2
                ethernets:
                  nic0:
                    match:
                      macaddress: "52:54:00:11:22:33"
                    addresses:
                    - "10.0.0.10/24"
                    routes:
                    - to: "0.0.0.0/0"
                      via: "10.0.0.1"
                    nameservers:
                      addresses:
                      - "9.9.9.9"
                      - "2620:fe::fe"

                """)
    }

    @Test func wholeFilesAreSentAsTheyAre() throws {
        let documents = try Self.documents(
            "--user-data u --network-config n",
            CloudMaterial(userData: "#!/bin/sh\nid\n", networkConfig: "version: 1\n"))
        #expect(documents.userData == "#!/bin/sh\nid\n" && documents.networkConfig == "version: 1\n")
        #expect(documents.files.map(\.name) == ["meta-data", "user-data", "network-config"])
    }

    @Test func publicKeysAreTakenAndNothingElse() {
        let key = "ssh-ed25519 " + "AAAAC3NzaC1lZDI1NTE5AAAAIE9z3kFA8y2mQ2o1m8s1m3b9C6M5cXK2mQ2o1m8s1m3b"
        #expect(PublicKey.lines("# mine\n\(key) me\n\(key) me\nssh-ed25519 short\n\u{1b}[31m\(key)\n") == ["\(key) me"])
        #expect(PublicKey.lines("from=\"10.0.0.0/8\" \(key)").count == 1)
        #expect(PublicKey.bare("\(key) me") == key && PublicKey.bare("rm -rf /") == nil)
    }

    @Test func aPasswordIsHashedOutsideOfAnyArgument() async throws {
        let hash = try await PasswordHash.made(of: Secret("it's $ecret"))
        #expect(hash.revealed.hasPrefix("$6$") && !hash.revealed.contains("ecret"))
    }
}

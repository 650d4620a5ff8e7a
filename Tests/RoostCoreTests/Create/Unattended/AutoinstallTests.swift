import LibvirtXML
import OSInfo
import Testing
import Yams

@testable import RoostCore

/// The answers to Ubuntu's installer, against the words of its documentation: no installer of it is here.
@Suite struct AutoinstallTests {
    private static let how = """
        admin-password-file=/p,user-login=ann,user-password-file=/q,language=de_DE,keyboard=de,timezone=Europe/Berlin,\
        mirror=http://m.example/ubuntu
        """

    private static func request(_ how: String = how) throws -> MachineRequest {
        try CreateLine.request(
            "virt-install --name web_1 --memory 1024 --disk size=4 --os-variant ubuntu22.04 --cdrom /i/u.iso "
                + "--unattended \(how)")
    }

    private static func survey(_ request: MachineRequest, _ system: String = "ubuntu22.04") throws -> Survey {
        var facts = try GoldenHost.kvm.facts(for: request, osName: nil)
        if case .exact(let system) = try OSDatabase.load().find(system) { facts.operatingSystem = system }
        return Survey(
            facts: facts, media: nil, sights: [:], pools: [], discProblems: [:], machineUUIDs: [:], notices: [])
    }

    private static func plan(_ request: MachineRequest, _ system: String = "ubuntu22.04") async throws
        -> UnattendedPlan?
    {
        let material = UnattendedMaterial(adminPassword: Secret("correct-horse"), userPassword: Secret("battery"))
        let option = try #require(request.unattended)
        return try await UnattendedPlan(autoinstalling: request, option, material, try survey(request, system))
    }

    /// What stands in the file user-data of the seed.
    private static func userData(_ plan: UnattendedPlan) throws -> String {
        let text = String(decoding: try #require(plan.seed), as: UTF8.self)
        let start = try #require(text.firstRange(of: "#cloud-config"))
        return String(text[start.lowerBound...].prefix { $0 != "\0" })
    }

    @Test func theSeedIsWhatTheInstallerLooksFor() async throws {
        let request = try Self.request()
        let made = try await Self.plan(request)
        let plan = try #require(made)
        #expect(plan.kernel == .onDisc("/i/u.iso", "casper/vmlinuz"))
        #expect(plan.initrd == .onDisc("/i/u.iso", "casper/initrd"))
        #expect(plan.answers.isEmpty)
        #expect(plan.commandLine == "autoinstall ds=nocloud console=tty0 console=ttyS0")
        let seed = try #require(plan.seed)
        // The volume label of an ISO 9660 image.
        #expect(String(decoding: seed[16 * 2048 + 40..<16 * 2048 + 46], as: UTF8.self) == "CIDATA")
        let text = String(decoding: seed, as: UTF8.self)
        #expect(!text.contains("correct-horse") && !text.contains("battery"))
        #expect(text.contains("instance-id"))
        #expect(!plan.commandLine.contains("$6$") && !plan.notices.joined().contains("$6$"))
    }

    @Test func theAnswersAreThoseOfVersionOne() async throws {
        let made = try await Self.plan(try Self.request())
        let plan = try #require(made)
        let loaded = try Yams.load(yaml: try Self.userData(plan))
        let whole = try #require(loaded as? [String: Any])
        #expect(Array(whole.keys) == ["autoinstall"])
        let answers = try #require(whole["autoinstall"] as? [String: Any])
        #expect(
            Set(answers.keys) == [
                "version", "locale", "keyboard", "timezone", "storage", "ssh", "user-data", "shutdown", "apt",
            ])
        #expect(answers["version"] as? Int == 1)
        #expect(answers["locale"] as? String == "de_DE.UTF-8")
        #expect(answers["keyboard"] as? [String: String] == ["layout": "de"])
        #expect(answers["timezone"] as? String == "Europe/Berlin")
        #expect((answers["storage"] as? [String: [String: String]])?["layout"] == ["name": "direct"])
        #expect(answers["ssh"] as? [String: Bool] == ["install-server": true, "allow-pw": true])
        #expect(answers["shutdown"] as? String == "reboot")
        let primary = (answers["apt"] as? [String: [[String: Any]]])?["primary"]?.first
        #expect(primary?["uri"] as? String == "http://m.example/ubuntu")
        #expect(primary?["arches"] as? [String] == ["default"])
        let first = try #require(answers["user-data"] as? [String: Any])
        #expect(first["hostname"] as? String == "web-1")
        #expect(first["disable_root"] as? Bool == false)
        let users = try #require(first["users"] as? [[String: Any]])
        #expect(users.compactMap { $0["name"] as? String } == ["root", "ann"])
        for user in users {
            #expect(user["lock_passwd"] as? Bool == false)
            #expect((user["hashed_passwd"] as? String)?.hasPrefix("$6$") == true)
            #expect(user["passwd"] as? String == user["hashed_passwd"] as? String)
        }
        #expect(users[1]["groups"] as? [String] == ["adm", "sudo"])
        #expect(users[0]["hashed_passwd"] as? String != users[1]["hashed_passwd"] as? String)
    }

    @Test func whatIsNotSaidHasADefault() async throws {
        let made = try await Self.plan(try Self.request("admin-password-file=/p"))
        let plan = try #require(made)
        let text = try Self.userData(plan)
        for line in ["locale: \"en_US.UTF-8\"", "layout: \"us\"", "timezone: \"Etc/UTC\""] {
            #expect(text.contains(line), "\(text)")
        }
        #expect(!text.contains("apt:") && !text.contains("sudo"), "\(text)")
    }

    /// Older ones and other distributions have scripts in the osinfo database.
    @Test(arguments: ["ubuntu16.04", "debian11", "fedora36"]) func othersAreNotAskedLikeThat(_ system: String)
        async throws
    {
        #expect(try await Self.plan(try Self.request(), system) == nil)
    }

    @Test func aDesktopIsRefused() async throws {
        let request = try Self.request("desktop,admin-password-file=/p")
        let failure = await #expect(throws: Failure.self) { _ = try await Self.plan(request) }
        #expect(failure?.kind == .unsupported)
    }

    @Test func theFirstStartHasTheDisc() throws {
        var domain = try Domain(
            parsing: """
                <domain><name>web1</name><devices>
                  <disk type='file' device='cdrom'><source file='/i/u.iso'/><target dev='sda' bus='sata'/></disk>
                </devices></domain>
                """)
        domain.addSeedDrive("/i/web1-install-1")
        let drive = try #require(domain.devices.disks.last)
        #expect(drive.device == .cdrom && drive.readOnly && drive.target == "sdb" && drive.bus == .scsi)
        #expect(drive.source == .file("/i/web1-install-1") && drive.format == .raw)
        #expect(domain.devices.controllers.contains { $0.type == .scsi && $0.model == "virtio-scsi" })
    }
}

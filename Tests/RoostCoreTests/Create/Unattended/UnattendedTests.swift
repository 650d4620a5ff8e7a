import Foundation
import LibvirtXML
import OSInfo
import Testing

@testable import RoostCore

@Suite struct UnattendedTests {
    private static let netboot = "--boot kernel=/n/linux,initrd=/n/initrd.gz"

    private func request(_ source: String, _ how: String = "admin-password-file=/p") throws -> MachineRequest {
        try CreateLine.request(
            "virt-install --name web1 --memory 1024 --disk size=4 --os-variant debian11 \(source) --unattended \(how)")
    }

    @Test func readsTheOption() throws {
        let option = try #require(
            try request(
                Self.netboot,
                "admin-password-file=/p,user-login=ann,user-password-file=/q,mirror=http://m.example:3142/debian"
            ).unattended)
        #expect(option.profile == "jeos" && option.adminPasswordFile == "/p" && option.userLogin == "ann")
        #expect(option.mirror == "http://m.example:3142/debian")
        #expect(
            try request("--cdrom /images/debian.iso", "desktop,admin-password-file=/p").unattended?.profile == "desktop"
        )
    }

    /// What would end in a line of the installer's own language is plain.
    @Test(arguments: [
        ("profile=jeos", "admin-password-file"), ("admin-password-file=/p,user-login=ann", "user-password-file"),
        ("admin-password-file=/p,user-login=root,user-password-file=/q", "user-login"),
        ("admin-password-file=/p,timezone=Europe/../etc", "timezone"),
        ("admin-password-file=/p,timezone=A B", "timezone"),
        ("admin-password-file=/p,mirror=ftp://m/debian", "mirror"),
        ("admin-password-file=/p,mirror=http://u:p@m/debian", "mirror"),
        ("admin-password-file=/p,language=de;reboot", "language"),
    ])
    func refusesWhatNoInstallerShouldRead(text: String, suboption: String) {
        let error = #expect(throws: RequestError.self) {
            try UnattendedOption(parsing: text, in: CreateLine.context)
        }
        #expect(error?.suboption == suboption)
    }

    @Test(arguments: [
        "--import", "--boot hd", "--boot kernel=/n/linux", "--boot network",
        "\(netboot) --no-start", "\(netboot) --disk none",
    ])
    func refusesWhereNothingIsAnswered(source: String) {
        let line = "virt-install --name web1 --memory 1024 \(source) --unattended admin-password-file=/p"
        let error = #expect(throws: RequestError.self) {
            try CreateLine.request(source.contains("--disk") ? line : line + " --disk size=4")
        }
        #expect(error?.option == "--unattended")
    }

    @Test func thePersistentMachineHasNoInstaller() throws {
        let request = try request(Self.netboot)
        let os = try MachineBlueprint(request, on: GoldenHost.kvm.facts(for: request, osName: nil)).domain.os
        #expect(os.kernel == nil && os.initrd == nil && os.commandLine == nil)
        #expect(os.bootDevices == [.hd])
    }

    @Test func theAnswersAreInAnArchiveOfTheirOwn() throws {
        let request = try request(
            Self.netboot, "admin-password-file=/p,timezone=Europe/Berlin,mirror=http://m.example:3142/debian")
        let option = try #require(request.unattended)
        let plan = try UnattendedPlan(
            request, option, UnattendedMaterial(adminPassword: Secret("correct-horse")), try survey(request))
        #expect(plan.kernel == .path("/n/linux") && plan.initrd == .path("/n/initrd.gz"))
        let text = String(decoding: plan.answers, as: UTF8.self)
        for line in [
            "preseed.cfg", "d-i passwd/root-password password correct-horse\n", "d-i netcfg/get_hostname string web1\n",
            "d-i time/zone select Europe/Berlin\n", "d-i mirror/http/hostname string m.example:3142\n",
            "d-i mirror/http/directory string /debian\n", "TRAILER!!!",
        ] { #expect(text.contains(line), "\(line)") }
        #expect(plan.commandLine.hasSuffix("console=tty0 console=ttyS0"))
        #expect(!plan.commandLine.contains("correct-horse"))
        #expect(!plan.notices.joined().contains("correct-horse"))
    }

    @Test func aSystemWithoutAScriptIsSaid() throws {
        var survey = try survey(try request(Self.netboot))
        survey.facts.operatingSystem = nil
        let request = try request(Self.netboot)
        let option = try #require(request.unattended)
        #expect(throws: Failure.self) {
            try UnattendedPlan(request, option, UnattendedMaterial(adminPassword: Secret("x")), survey)
        }
    }

    @Test(arguments: ["it's", "a\"b", "a\\b", "$HOME", "`id`", " blank", "blank ", "grün", ""])
    func refusesAPasswordThatAnInstallerCouldMisread(password: String) throws {
        try withFile(password + "\n") { path in
            var option = UnattendedOption()
            option.adminPasswordFile = path
            let error = #expect(throws: Failure.self) { try UnattendedMaterial.read(option) }
            if let error, !password.isEmpty { #expect(!"\(error)".contains(password)) }
        }
    }

    @Test func takesTheFirstLineOfThePasswordFile() throws {
        try withFile("correct horse & <battery>\nnot this\n") { path in
            var option = UnattendedOption()
            option.adminPasswordFile = path
            let read = try UnattendedMaterial.read(option)
            #expect(read.adminPassword.revealed == "correct horse & <battery>")
        }
    }

    private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "roost-answers-\(UUID().uuidString)").path
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private func survey(_ request: MachineRequest) throws -> Survey {
        var facts = try GoldenHost.kvm.facts(for: request, osName: nil)
        if case .exact(let system) = try OSDatabase.load().find("debian11") { facts.operatingSystem = system }
        return Survey(
            facts: facts, media: nil, sights: [:], pools: [], discProblems: [:], machineUUIDs: [:], notices: [])
    }
}

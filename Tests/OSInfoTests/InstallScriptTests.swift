import OSInfo
import Testing

@Suite struct InstallScriptTests {
    private func script(_ name: String, _ answers: InstallAnswers, profile: String = "jeos") throws -> InstallScript? {
        let database = try OSDatabase.load()
        guard case .exact(let system) = try database.find(name) else { return nil }
        return try database.installScript(for: system.id, profile: profile, answers)
    }

    private var answers: InstallAnswers {
        var answers = InstallAnswers()
        answers.hostname = "web1"
        answers.adminPassword = "correct horse"
        answers.userLogin = "ann"
        answers.userPassword = "battery <staple> & more"
        answers.timezone = "Europe/Berlin"
        answers.language = "de_DE"
        answers.targetDisk = "/dev/vda"
        return answers
    }

    @Test func debianIsAnsweredByPreseed() throws {
        let script = try #require(try script("debian11", answers))
        #expect(script.fileName == "preseed.cfg")
        let lines = script.text.split(separator: "\n").map(String.init)
        #expect(lines.contains("d-i netcfg/get_hostname string web1"))
        #expect(lines.contains("d-i passwd/root-password password correct horse"))
        #expect(lines.contains("d-i passwd/user-password password battery <staple> & more"))
        #expect(lines.contains("d-i time/zone select Europe/Berlin"))
        #expect(lines.contains("d-i partman-auto/disk string /dev/vda"))
        #expect(script.needsInternet)
        #expect(!script.kernelArguments.joined().contains("horse"))
    }

    @Test func theRedHatFamilyIsAnsweredByKickstart() throws {
        for name in ["fedora36", "rhel9.0", "centos-stream9", "almalinux9", "rocky9"] {
            let script = try #require(try script(name, answers), "\(name)")
            #expect(script.fileName.hasSuffix(".ks"), "\(name)")
            #expect(script.kernelArguments.contains { $0.contains("ks=file:/\(script.fileName)") }, "\(name)")
            #expect(script.text.contains("rootpw 'correct horse'"), "\(name)")
        }
    }

    @Test func whatHasNoScriptIsNil() throws {
        #expect(try script("alpinelinux3.16", answers) == nil)
        #expect(try script("debian11", answers, profile: "no-such-profile") == nil)
    }
}

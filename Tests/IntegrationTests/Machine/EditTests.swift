import Libvirt
import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct EditTests {
    /// A program that stands for the person: the file's path is its last argument.
    private func editor(_ script: String, _ lab: Lab) throws -> String {
        let path = "/tmp/\(lab.prefix)editor \(UInt32.random(in: .min ... .max))"
        lab.atEnd(path) { try FileManager.default.removeItem(atPath: path) }
        let text = "#!/bin/sh\nset -e\n\(script)\n"
        _ = FileManager.default.createFile(
            atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o700])
        return "'\(path)' --wait"
    }

    @Test(.timeLimit(.minutes(2)))
    func theEditorsTextIsAppliedAndPasswordsSurvive() async throws {
        try await Lab.run { lab in
            let name = try await lab.guest()
            let domain = try await lab.connection.domain(named: name)
            let editor = try editor(#"test "$1" = --wait; sed -i "s|</name>|</name><title>mine</title>|" "$2""#, lab)
            let edited = try await lab.roost(["edit", name], environment: ["VISUAL": editor])
            #expect(edited.succeeded && edited.errors.contains("Changed the definition of \(name)"), "\(edited)")
            #expect(try await domain.title(impact: .config) == "mine")
            #expect(try await domain.xml([.inactive, .secure]).contains("passwd='secret12'"))

            let again = try await lab.roost(["edit", name], environment: ["VISUAL": "", "EDITOR": "true"])
            #expect(again.succeeded && again.errors.contains("Nothing changed"), "\(again)")
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func aBadTextIsKeptAndChangesNothing() async throws {
        try await Lab.run { lab in
            let name = try await lab.machine("bad", disks: [])
            let domain = try await lab.connection.domain(named: name)
            let before = try await domain.xml(.inactive)
            for script in ["s|</domain>||", "s|<name>.*</name>|<name>other</name>|", "s|<memory|<nonsense/><memory|"] {
                let editor = try editor("sed -i '\(script)' \"$2\"", lab)
                let edited = try await lab.roost(["edit", name], environment: ["EDITOR": editor, "VISUAL": ""])
                #expect(edited.failed(.usage), "\(edited)")
                let kept = try #require(edited.errors.firstMatch(of: /kept: (\S+)/).map { String($0.1) }, "\(edited)")
                #expect(Lab.exists(kept))
                try FileManager.default.removeItem(atPath: kept.replacing("/\(name).xml", with: ""))
                #expect(try await domain.xml(.inactive) == before)
            }
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func anotherChangeMeanwhileIsNotOverwritten() async throws {
        try await Lab.run { lab in
            let name = try await lab.machine("race", disks: [])
            let domain = try await lab.connection.domain(named: name)
            let editor = try editor(
                """
                virsh -q -c \(Lab.uri) desc \(name) --config --title theirs
                sed -i 's|</name>|</name><title>mine</title>|' "$2"
                """, lab)
            let edited = try await lab.roost(["edit", name], environment: ["EDITOR": editor, "VISUAL": ""])
            #expect(edited.failed(.state) && edited.errors.contains("changed by somebody else"), "\(edited)")
            #expect(try await domain.title(impact: .config) == "theirs")
            let kept = try #require(edited.errors.firstMatch(of: /kept: (\S+)/).map { String($0.1) }, "\(edited)")
            try FileManager.default.removeItem(atPath: kept.replacing("/\(name).xml", with: ""))
        }
    }
}

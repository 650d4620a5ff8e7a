import Libvirt
import RoostCore
import Testing

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct EditTests {
    @Test(.labLimit)
    func theEditorsTextIsAppliedAndPasswordsSurvive() async throws {
        try await Lab.run { lab in
            let name = try await lab.guest()
            let domain = try await lab.connection.domain(named: name)
            let editor = lab.editor(#"test "$1" = --wait; sed -i "s|</name>|</name><title>mine</title>|" "$2""#)
            let edited = try await lab.roost(["edit", name], environment: ["VISUAL": editor])
            #expect(edited.succeeded && edited.errors.contains("Changed the definition of \(name)"), "\(edited)")
            #expect(try await domain.title(impact: .config) == "mine")
            #expect(try await domain.xml([.inactive, .secure]).contains("passwd='secret12'"))

            let again = try await lab.roost(["edit", name], environment: ["VISUAL": "", "EDITOR": "true"])
            #expect(again.succeeded && again.errors.contains("Nothing changed"), "\(again)")
        }
    }

    @Test(.labLimit)
    func aBadTextIsKeptAndChangesNothing() async throws {
        try await Lab.run { lab in
            let name = try await lab.machine("bad", disks: [])
            let domain = try await lab.connection.domain(named: name)
            let before = try await domain.xml(.inactive)
            for script in ["s|</domain>||", "s|<name>.*</name>|<name>other</name>|", "s|<memory|<nonsense/><memory|"] {
                let editor = lab.editor("sed -i '\(script)' \"$2\"")
                let edited = try await lab.roost(["edit", name], environment: ["EDITOR": editor, "VISUAL": ""])
                #expect(edited.failed(.usage), "\(edited)")
                let kept = try #require(lab.keptFile(in: edited.errors), "\(edited)")
                #expect(Lab.exists(kept))
                #expect(try await domain.xml(.inactive) == before)
            }
        }
    }

    @Test(.labLimit)
    func anotherChangeMeanwhileIsNotOverwritten() async throws {
        try await Lab.run { lab in
            let name = try await lab.machine("race", disks: [])
            let domain = try await lab.connection.domain(named: name)
            let editor = lab.editor(
                """
                virsh -q -c \(Lab.uri) desc \(name) --config --title theirs
                sed -i 's|</name>|</name><title>mine</title>|' "$2"
                """)
            let edited = try await lab.roost(["edit", name], environment: ["EDITOR": editor, "VISUAL": ""])
            #expect(edited.failed(.state) && edited.errors.contains("changed by somebody else"), "\(edited)")
            #expect(try await domain.title(impact: .config) == "theirs")
            let kept = try #require(lab.keptFile(in: edited.errors), "\(edited)")
            #expect(Lab.exists(kept))
        }
    }
}

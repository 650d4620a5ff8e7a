import RoostCore
import Testing

@Suite struct ImageRecipeTests {
    @Test(arguments: ["debian-12", "debian-13", "debian-sid", "ubuntu-22.04", "ubuntu-24.04"])
    func everyReleaseIsKnown(_ name: String) throws {
        #expect(try ImageRecipe(release: name).release.name == name)
    }

    @Test func anUnknownReleaseLeadsToTheNearest() async {
        let failure = await expectFailure(.usage) { _ = try ImageRecipe(release: "debain-12") }
        #expect(failure?.remedy?.contains("Did you mean 'debian-12'?") == true)
    }

    @Test(arguments: [
        "", "-o", "--include=x", "a b", "a,b", "a;b", "$(id)", "Vim", "x\n", "a/b", "v",
    ])
    func whatIsNoPackageIsRefused(_ name: String) async {
        await expectFailure(.usage) { _ = try ImageRecipe(release: "debian-12", packages: [name]) }
    }

    @Test func packagesWithAllTheirLettersAreTaken() throws {
        let names = ["g++", "python3.11", "libstdc++6", "vim-tiny", "7zip"]
        #expect(try ImageRecipe(release: "debian-12", packages: names).packages == names)
    }

    @Test(arguments: [
        "", "deb.debian.org/debian", "file:///etc", "http://", "http://x/ [trusted=yes]", "http://x\ndeb http://y",
        "http://x#y", "copy:/x",
    ])
    func aMirrorThatAptWouldReadOtherwiseIsRefused(_ mirror: String) async {
        await expectFailure(.usage) { _ = try ImageRecipe(release: "debian-12", mirror: mirror) }
    }

    @Test func aMirrorLosesItsLastSlash() throws {
        #expect(
            try ImageRecipe(release: "debian-12", mirror: "https://x.example/debian//").mirror
                == "https://x.example/debian")
    }

    @Test(arguments: [-1, 0, 1, 1025]) func sizesHaveBounds(_ size: Int) async {
        await expectFailure(.usage) { _ = try ImageRecipe(release: "debian-12", gibibytes: size) }
    }
}

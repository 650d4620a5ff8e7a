import Testing

@testable import OSInfo

@Suite struct NameResolutionTests {
    /// Short names as databases of several years have them; `id` is made from the name.
    static let known: [KnownRelease] = [
        "debian1.1", "debian9", "debian10", "debian11", "debiantesting", "ubuntu20.04", "ubuntu22.04", "ubuntu22.10",
        "fedora9", "fedora37", "fedora-unknown", "fedora-rawhide", "silverblue37", "rhel8.7", "rhel9.0", "rhel9.1",
        "rhel9-unknown", "rhel8-unknown", "rhel-unknown", "centos7.0", "centos8", "centos-stream8", "centos-stream9",
        "almalinux8", "almalinux9", "alpinelinux3.9", "alpinelinux3.17", "opensuse15.4", "opensuse42.3",
        "opensusetumbleweed", "sle15", "sle15sp4", "sles12sp5", "archlinux", "linux2020", "linux2022", "win7", "win8.1",
        "win10", "win11", "winxp", "win2k", "win2k3", "win2k3r2", "win2k12r2", "win2k22", "freebsd13.1",
        "haikur1alpha4.1", "dragonflybsd1.0A", "android-x86-9.0", "nixos-22.05", "unknown",
    ].map { KnownRelease(id: "id:" + $0, shortIDs: [$0], name: nil) }

    @Test(arguments: [
        ("debian13", "debian11"), ("Debian 13", "debian11"), ("debian-13", "debian11"), ("debian12.5", "debian11"),
        ("debian0.9", "debian1.1"), ("ubuntu24.04", "ubuntu22.10"), ("ubuntu24.10", "ubuntu22.10"),
        ("ubuntu21.04", "ubuntu20.04"), ("ubuntu20.10", "ubuntu20.04"), ("fedora42", "fedora37"),
        ("rhel9.5", "rhel9.1"), ("rhel9", "rhel9.1"), ("rhel8.10", "rhel8.7"), ("rhel10.0", "rhel9.1"),
        ("rhel10-unknown", "rhel9-unknown"), ("centos-stream10", "centos-stream9"), ("centos9", "centos8"),
        ("almalinux10", "almalinux9"), ("alpinelinux3.21", "alpinelinux3.17"), ("opensuse15.6", "opensuse15.4"),
        ("opensuse16.0", "opensuse15.4"), ("sle15sp7", "sle15sp4"), ("sles15", "sles12sp5"),
        ("linux2024", "linux2022"), ("win12", "win11"), ("win2k25", "win2k22"), ("win2k8", "win2k3r2"),
        ("freebsd14.2", "freebsd13.1"), ("nixos24.11", "nixos-22.05"), ("silverblue41", "silverblue37"),
    ])
    func nearest(asked: String, expected: String) {
        guard case .nearest(let id, let reason) = NameResolution.resolve(asked, among: Self.known) else {
            Issue.record("\(asked) found nothing near")
            return
        }
        #expect(id == "id:" + expected)
        #expect(reason.contains(asked))
        #expect(reason.contains(expected))
    }

    @Test(arguments: ["debian11", "DEBIAN11", " win11 ", "archlinux", "linux2022", "rhel9-unknown", "win2k", "unknown"])
    func exact(name: String) {
        let expected = name.lowercased().filter { !$0.isWhitespace }
        #expect(NameResolution.resolve(name, among: Self.known) == .exact(id: "id:" + expected))
    }

    @Test func exactByIdentifierAndFullName() {
        let release = KnownRelease(id: "http://debian.org/debian/11", shortIDs: ["debian11"], name: "Debian 11")
        for asked in ["http://debian.org/debian/11", "Debian 11", "debian 11"] {
            #expect(NameResolution.resolve(asked, among: [release]) == .exact(id: release.id))
        }
    }

    @Test func nearestByIdentifier() {
        let release = KnownRelease(id: "http://debian.org/debian/11", shortIDs: ["debian11"], name: nil)
        let other = KnownRelease(id: "http://ubuntu.com/ubuntu/12", shortIDs: ["ubuntu12"], name: nil)
        guard
            case .nearest(let id, _) = NameResolution.resolve("http://debian.org/debian/13", among: [other, release])
        else {
            Issue.record("no nearest identifier")
            return
        }
        #expect(id == release.id)
    }

    @Test(arguments: [
        ("debain12", "debian11"), ("debina11", "debian11"), ("ubunto24.04", "ubuntu22.10"), ("archlinx", "archlinux"),
        ("wni11", "win11"),
    ])
    func misspeltNameIsSuggestedNotTaken(asked: String, first: String) {
        guard case .none(let suggestions) = NameResolution.resolve(asked, among: Self.known) else {
            Issue.record("\(asked) was taken for something")
            return
        }
        #expect(suggestions.first == first)
        #expect(suggestions.count <= 5)
        #expect(Set(suggestions).count == suggestions.count)
    }

    @Test(arguments: [
        "", "   ", "zzzzqqqq", "12", "....", "debian99999999999999999999x", "\u{1b}[31m", "🐧🐧🐧🐧🐧🐧",
        String(repeating: "debian1", count: 10_000),
    ])
    func nonsenseFindsNothing(name: String) {
        guard case .none = NameResolution.resolve(name, among: Self.known) else {
            Issue.record("found something")
            return
        }
    }

    @Test func versionTooLongForAnIntegerIsNoVersion() {
        #expect(ReleaseName("debian" + String(repeating: "9", count: 40)) == nil)
    }

    @Test(arguments: [
        ("debian12", "debian", [12]), ("win2k12r2", "win2k", [12, 2]), ("sles15sp4", "sles", [15, 4]),
        ("rhel-atomic-7.4", "rhel-atomic", [7, 4]), ("android-x86-8.1", "android-x86", [8, 1]),
        ("haikur1alpha4.1", "haikur1alpha", [4, 1]),
    ])
    func namesComeApart(name: String, stem: String, version: [Int]) throws {
        let release = try #require(ReleaseName(name))
        #expect(release.stem == stem)
        #expect(release.version == version)
    }

    @Test(arguments: ["debiantesting", "archlinux", "win2k", "12", "dragonflybsd1.0A"])
    func namesWithoutAVersion(name: String) {
        #expect(ReleaseName(name) == nil)
    }

    @Test(arguments: [("debian12", "debain12", 1), ("abc", "abc", 0), ("", "abc", 3), ("kitten", "sitting", 3)])
    func editDistance(left: String, right: String, distance: Int) {
        #expect(EditDistance.between(left, right) == distance)
        #expect(EditDistance.between(right, left) == distance)
    }

    @Test func naturalOrder() {
        let sorted = ["debian10", "Debian9", "debian", "ubuntu4.10", "ubuntu22.04", "debian9"]
            .sorted(by: NaturalOrder.precedes)
        #expect(sorted == ["debian", "Debian9", "debian9", "debian10", "ubuntu4.10", "ubuntu22.04"])
    }

    @Test(arguments: [
        ("debian*", "debian11", true), ("debian*", "mydebian", false), ("bian1", "Debian11", true),
        ("*1?", "win10", true),
        ("*1?", "win1", false), ("", "anything", true), ("*", "", true), ("a*b*c", "axxbyybc", true),
    ])
    func patterns(pattern: String, name: String, matches: Bool) {
        #expect(NamePattern(pattern).matches(name) == matches)
    }
}

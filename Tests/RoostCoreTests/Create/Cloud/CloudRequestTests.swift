import Testing

@testable import RoostCore

@Suite struct CloudRequestTests {
    private static let base = "roost web1 --image debian-12"

    @Test func theFirstDiskIsMadeFromTheImage() throws {
        let plain = try CreateLine.request(Self.base)
        #expect(plain.install == .image("debian-12"))
        #expect(plain.disks.options.map(\.isFromImage) == [true])
        let several = try CreateLine.request(
            "\(Self.base) --disk /a.iso,device=cdrom --disk size=40 --disk size=5")
        #expect(several.disks.options.map(\.isFromImage) == [false, true, false])
        #expect(several.disks.options[1].size == 40 << 30)
    }

    @Test func whatIsAskedForIsKept() throws {
        let request = try CreateLine.request(
            "\(Self.base) --user ada --hostname web.example.org --ip 10.0.0.10/24 --gateway 10.0.0.1 --dns 9.9.9.9 "
                + "--package nginx --run 'echo 1; echo 2' --copy full")
        let cloud = try #require(request.cloud)
        #expect(cloud.user == "ada" && cloud.hostname == "web.example.org" && cloud.copy == .full)
        #expect(cloud.network?.address == "10.0.0.10/24" && cloud.network?.gateway == "10.0.0.1")
        #expect(cloud.packages == ["nginx"] && cloud.commands == ["echo 1; echo 2"])
    }

    @Test func aMachinesNameBecomesAHostName() {
        #expect(GuestHostname.made(from: "web1") == "web1")
        #expect(GuestHostname.made(from: "t_3f.web 1") == "t-3f.web-1")
        #expect(GuestHostname.made(from: "--ü--") == "machine")
        #expect(GuestHostname.made(from: String(repeating: "a", count: 100)).utf8.count == 63)
    }

    @Test(arguments: [
        ("--user Root", "--user"), ("--user -x", "--user"), ("--hostname -web", "--hostname"),
        ("--ip 10.0.0.10", "--ip"), ("--ip 10.0.0.10/33", "--ip"), ("--ip host/24", "--ip"),
        ("--ip fe80::1%eth0/64", "--ip"), ("--ip 10.0.0.10/24,mask=3", "--ip"), ("--ip ,dns=9.9.9.9", "--ip"),
        ("--ip 10.0.0.10/24,gateway=10.0.0.1,gateway=10.0.0.2", "--ip"), ("--ip 10.0.0.10/24,dns=x", "--dns"),
        ("--ip 10.0.0.10/24,gateway=10.0.0.1 --gateway 10.0.0.2", "--gateway"),
        ("--gateway 10.0.0.1", "--gateway"), ("--dns 9.9.9.9", "--dns"),
        ("--ip 10.0.0.10/24 --gateway fd00::1", "--gateway"), ("--ip 10.0.0.10/24 --dns example", "--dns"),
        ("--package 'a b'", "--package"), ("--package --x", "--package"), ("--copy quick", "--copy"),
        ("--cdrom /a.iso", "--image"), ("--import", "--image"), ("--disk none", "--image"),
        ("--disk size=5,backing_store=/a.qcow2", "--disk"), ("--user-data u --package nginx", "--package"),
        ("--network-config n --ip 10.0.0.1/8", "--network-config"),
    ])
    func whatIsWrongIsNamed(_ options: String, _ option: String) {
        let error = #expect(throws: RequestError.self) { try CreateLine.request("\(Self.base) \(options)") }
        #expect(error?.option == option, "\(options): \(String(describing: error))")
    }

    @Test func withoutAnImageTheOptionsMeanNothing() {
        for option in ["--user ada", "--ssh-key k", "--ip 10.0.0.1/8", "--run x", "--wait ready"] {
            let error = #expect(throws: RequestError.self) {
                try CreateLine.request("roost web1 --import --disk /a.qcow2 \(option)")
            }
            #expect(error.map { option.hasPrefix($0.option) } == true)
        }
    }
}

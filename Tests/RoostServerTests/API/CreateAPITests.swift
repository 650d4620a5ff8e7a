import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import RoostCore
import Testing

@testable import RoostServer

@Suite(.timeLimit(.minutes(2))) struct CreateAPITests {
    private func body(_ options: String, _ more: String = "") -> String {
        #"{"options":{"name":"web1","os-variant":"debian12",\#(options)}\#(more)}"#
    }

    /// Each would let somebody at the page read a file of the server or of the host, or write to one.
    private static let files = [
        #""import":true,"disk":"/etc/shadow""#, #""import":true,"disk":"path=/etc/shadow,format=raw""#,
        #""import":true,"disk":"path=\"/etc/shadow\"""#, #""import":true,"disk":"/images/../etc/shadow""#,
        #""import":true,"disk":"/images/'../../etc/shadow'""#, #""import":true,"disk":"\\/etc/shadow""#,
        #""import":true,"disk":"size=1,backing_store=/etc/shadow""#, #""import":true,"disk":["size=1","/etc/shadow"]"#,
        #""import":true,"disk":"source.protocol=nbd,source.host0.name=10.0.0.1,source.host0.port=10809""#,
        #""cdrom":"/etc/shadow""#, #""boot":"kernel=/etc/shadow""#,
        #""import":true,"disk":"size=1","boot":"loader=/images/x""#,
        #""import":true,"disk":"size=1","boot":"uefi,nvram=/images/x""#, #""image":"/etc/shadow""#,
        #""image":"images/../../etc/shadow""#,
        #""import":true,"disk":"size=1","serial":"file,path=/etc/cron.d/x""#,
        #""import":true,"disk":"size=1","serial":"pty,log.file=/etc/cron.d/x""#,
        #""import":true,"disk":"size=1","serial":"tcp,host=0.0.0.0:4444,mode=bind""#,
        #""import":true,"disk":"size=1","console":"dev,path=/dev/sda""#,
        #""import":true,"disk":"size=1","channel":"unix,path=/run/x.sock,target.name=a""#,
        #""import":true,"disk":"size=1","rng":"/dev/sda""#, #""import":true,"disk":"size=1","tpm":"/dev/tpm0""#,
        #""import":true,"disk":"size=1","network":"network=default,rom.file=/etc/shadow""#,
    ]

    @Test(arguments: files) func anOperatorNamesVolumesOnly(_ options: String) async throws {
        let world = try await APIWorld(machines: 1)
        try await world.run(as: .operator) { visitor in
            let answer = try await visitor.api(.post, "hosts/\(world.host)/machines/plan", body(options))
            #expect(answer.status == 403, "\(answer.body)")
            #expect(answer.problem == "permission")
        }
    }

    /// Whom a machine reaches, and who reaches its screen, is for administrators.
    @Test(arguments: [
        #""graphics":"vnc,listen=0.0.0.0""#, #""graphics":"spice,listen=192.0.2.1""#, #""graphics":"vnc,listen=::""#,
        #""graphics":"vnc,listen=localhost.example""#, #""network":"bridge=br0""#,
        #""network":"type=bridge,source=br0""#,
        #""network":["default","type=direct,source=eth0"]"#, #""network":"type=ethernet""#,
    ])
    func anOperatorStaysWithinTheHostsNetworks(_ options: String) async throws {
        let world = try await APIWorld(machines: 1)
        let wanted = body(#""import":true,"disk":"size=1","# + options)
        try await world.run(as: .operator) { visitor async throws in
            let answer = try await visitor.api(.post, "hosts/\(world.host)/machines/plan", wanted)
            #expect(answer.status == 403, "\(answer.body)")
            #expect(answer.body.contains("administrator"))
        }
        try await world.run { visitor async throws in
            let answer = try await visitor.api(.post, "hosts/\(world.host)/machines/plan", wanted)
            #expect(answer.status != 403, "\(answer.body)")
        }
    }

    /// Files of the computer that the server runs on are nobody's at the page.
    @Test(arguments: ["ssh-key", "password-file", "user-data", "network-config", "unattended"])
    func nobodyNamesFilesOfTheServer(_ option: String) async throws {
        let world = try await APIWorld(machines: 1)
        try await world.run { visitor in
            for path in ["/etc/shadow", "admin-password-file=/etc/shadow", "/root/.ssh/id_rsa.pub"] {
                let answer = try await visitor.api(
                    .post, "hosts/\(world.host)/machines/plan", body(#""image":"x","\#(option)":"\#(path)""#))
                #expect(answer.status == 400, "\(answer.body)")
                #expect(answer.body.contains("--\(option) cannot be used here"))
            }
        }
    }

    @Test func whatIsMalformedIsRefused() async throws {
        let world = try await APIWorld(machines: 1)
        try await world.run { visitor in
            for body in [
                "{}", #"{"options":[]}"#, #"{"options":{},"more":1}"#, #"{"options":{"nmae":"x"}}"#,
                #"{"options":{"name":["a","b"]}}"#, #"{"options":{"name":"a/b"}}"#, #"{"options":{"import":"yes"}}"#,
                #"{"options":{"name":"x","memory":true}}"#, #"{"options":{"name":"x"},"sshKeys":["ssh-ed25519 AAAA"]}"#,
                #"{"options":{"name":"x","cdrom":"relative.iso"}}"#,
            ] {
                let answer = try await visitor.api(.post, "hosts/\(world.host)/machines/plan", body)
                #expect(answer.status == 400, "\(body): \(answer.body)")
            }
        }
    }

    @Test func anOversizedBodyIsRefused() async throws {
        let world = try await APIWorld(machines: 1)
        try await world.run { visitor in
            let long = body(#""description":"\#(String(repeating: "x", count: 2 << 20))""#)
            #expect(try await visitor.api(.post, "hosts/\(world.host)/machines", long).status == 413)
            var fields = visitor.headers
            fields[.contentType] = "application/xml"
            let place = try await world.place("m0")
            let status = try await visitor.client.execute(
                uri: "/api/v1/\(place)/xml", method: .put, headers: fields,
                body: .init(string: String(repeating: "x", count: 2 << 20))
            ) { $0.status.code }
            #expect(status == 413)
        }
    }
}

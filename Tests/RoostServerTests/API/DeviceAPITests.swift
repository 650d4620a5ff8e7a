import Foundation
import HTTPTypes
import HummingbirdTesting
import Libvirt
import NIOCore
import RoostCore
import Testing

@testable import RoostServer

@Suite(.timeLimit(.minutes(2))) struct DeviceAPITests {
    @Test func whatAnOperatorMayNameIsAVolume() async throws {
        let world = try await APIWorld()
        let place = try await world.place("m1")
        try await world.run(as: .operator) { visitor in
            for disk in ["/etc/shadow", "size=1,backing_store=/etc/shadow,backing_format=raw", "path=/images/../etc/x"]
            {
                let answer = try await visitor.api(.post, "\(place)/disks", #"{"disk":"\#(disk)"}"#)
                #expect(answer.status == 403 && answer.problem == "permission", "\(disk)")
            }
            let medium = try await visitor.api(.put, "\(place)/cdroms/sda/medium", #"{"medium":"/etc/shadow"}"#)
            #expect(medium.status == 403)
            let card = try await visitor.api(
                .post, "\(place)/interfaces", #"{"interface":"network=default,rom.file=/etc/shadow"}"#)
            #expect(card.status == 403)
            // Its deletion is an administrator's, as that of any volume, and so is the end of a disk.
            for (method, rest, body) in [
                (HTTPRequest.Method.delete, "vda?deleteVolume=true", nil),
                (.get, "vda/detachment?deleteVolume=true", nil),
                (.post, "vda/size", #"{"size":512,"shrink":true}"#),
                (.patch, "vda", #"{"size":512,"shrink":true}"#),
            ] as [(HTTPRequest.Method, String, String?)] {
                let gone = try await visitor.api(method, "\(place)/disks/\(rest)", body)
                #expect(gone.status == 403 && gone.problem == "role-needed", "\(rest)")
            }
            for (rest, body) in [
                ("disks", #"{"disk":"/etc/shadow"}"#),
                ("interfaces", #"{"interface":"network=default,rom.file=/etc/shadow"}"#),
            ] {
                let plan = try await visitor.api(.post, "\(place)/\(rest)/plan", body)
                #expect(plan.status == 403 && plan.problem == "permission", "\(plan.body)")
            }
        }
    }

    /// What could be attached to be read only does not become writable afterwards.
    @Test func anOperatorOpensNoDiskThatCanOnlyBeRead() async throws {
        let world = try await APIWorld(
            machines: 1,
            devices: """
                <disk type='volume' device='disk'><driver name='qemu' type='qcow2'/>
                <source pool='roost-images' volume='debian-12.qcow2'/><target dev='vdb' bus='virtio'/><readonly/></disk>
                <disk type='file' device='disk'><driver name='qemu' type='raw'/>
                <source file='/srv/shared'/><target dev='vdc' bus='virtio'/><readonly/></disk>
                """)
        let place = try await world.place("m0")
        try await world.run(as: .operator) { visitor in
            for (disk, changes) in [
                ("vdb", "readonly=no"), ("vdb", "readonly=no,shareable=yes"), ("vdc", "readonly=no"),
                ("vdc", "shareable=yes"),
            ] {
                let answer = try await visitor.api(.patch, "\(place)/disks/\(disk)", #"{"changes":"\#(changes)"}"#)
                #expect(answer.status == 403 && answer.problem == "permission", "\(disk) \(changes): \(answer.body)")
            }
            let harmless = try await visitor.api(.patch, "\(place)/disks/vdc", #"{"changes":"cache=none"}"#)
            #expect(harmless.status != 403, "\(harmless.body)")
        }
    }

    @Test func mistakesAreSaid() async throws {
        let world = try await APIWorld()
        let place = try await world.place("m1")
        try await world.run(as: .operator) { visitor in
            #expect(try await visitor.api(.get, "\(place)/disks").json(Listing<MachineDiskRow>.self).items.isEmpty)
            #expect(
                try await visitor.api(.get, "\(place)/interfaces").json(Listing<MachineInterfaceRow>.self).items.isEmpty
            )
            for (method, rest, body, status) in [
                (HTTPRequest.Method.post, "disks", #"{"disk":"size=oops"}"#, 400),
                (.post, "disks", #"{"disk":"size=1","extra":1}"#, 400),
                (.post, "disks?scope=never", #"{"disk":"size=1"}"#, 400),
                (.patch, "disks/vda", #"{"changes":"cache=none","size":5}"#, 400),
                (.patch, "disks/vda", #"{"changes":"path=/images/x"}"#, 400),
                (.patch, "disks/vda", #"{"changes":"cache=none"}"#, 404),
                (.delete, "disks/vda", nil, 404), (.delete, "disks/vda?timeout=0", nil, 400),
                (.delete, "disks/vda?timeout=101", nil, 400),
                (.delete, "disks/vda?timeout=101&asOperation=true", nil, 404),
                (.delete, "interfaces/52:54:00:00:00:01?timeout=101", nil, 400),
                (.post, "disks/plan", #"{"disk":"size=oops"}"#, 400), (.post, "disks/plan", "{}", 400),
                (.post, "interfaces/plan", #"{"interface":"mac=1"}"#, 400),
                (.get, "disks/vda/detachment", nil, 404), (.get, "interfaces/x/detachment", nil, 404),
                (.get, "disks/vda/detachment?scope=never", nil, 400),
                (.post, "disks/vda/size", #"{"size":1,"more":1}"#, 400), (.post, "disks/vda/size", "{}", 400),
                (.post, "disks/vda/size", #"{"size":-1}"#, 400), (.post, "disks/vda/size", #"{"size":1024}"#, 404),
                (.patch, "disks/vda", #"{"size":1,"more":1}"#, 400), (.patch, "disks/vda", #"{"shrink":true}"#, 400),
                (.put, "cdroms/sda/medium", #"{"medium":"size=1"}"#, 400),
                (.put, "cdroms/sda/medium", #"{"medium":"images/x.iso"}"#, 404),
                (.delete, "cdroms/sda/medium", nil, 404),
                (.post, "interfaces", #"{"interface":"mac=1"}"#, 400),
                (.patch, "interfaces/52:54:00:00:00:01", #"{"changes":"link=sideways"}"#, 400),
                (.patch, "interfaces/52:54:00:00:00:01", #"{"changes":"link=up"}"#, 404),
                (.delete, "interfaces/52:54:00:00:00:01", nil, 404),
            ] as [(HTTPRequest.Method, String, String?, Int)] {
                let answer = try await visitor.api(method, "\(place)/\(rest)", body)
                #expect(answer.status == status, "\(method) \(rest) \(body ?? "")")
            }
        }
    }
}

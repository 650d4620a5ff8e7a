import Libvirt
import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct DeviceTests {
    @Test(.labLimit)
    func aRunningGuestGetsDevicesAndLetsGoOfThem() async throws {
        try await Lab.run(.guests) { lab in
            let name = try await Self.guest(lab)
            try await Self.disks(of: name, lab)
            try await Self.cards(of: name, lab)
            try await Self.media(of: name, lab)
        }
    }

    /// A guest with free ports, an empty drive, and its agent.
    private static func guest(_ lab: Lab) async throws -> String {
        let name = lab.prefix + "devices"
        let disk = try await lab.overlay(name)
        for suffix in ["-1.qcow2", "-2.qcow2", "-1.img"] { removeAtEnd("\(Lab.imageDirectory)/\(name)\(suffix)", lab) }
        lab.atEnd("the machine \(name)") { [connection = lab.connection] in
            try await Lab.remove(name, from: connection)
        }
        try await lab.succeeding(
            "create", name, "--import", "--disk", disk, "--disk", "device=cdrom", "--memory", "384", "--vcpus", "2",
            "--network", "default", "--noautoconsole")
        try await lab.succeeding("wait", name, "--for", "agent", "--timeout", "240")
        return name
    }

    private static func removeAtEnd(_ path: String, _ lab: Lab) {
        lab.atEnd("the file \(path)") {
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        }
    }

    private static func disks(of name: String, _ lab: Lab) async throws {
        let attached = try await lab.succeeding("disk", "attach", name, "size=1,serial=data1")
        #expect(attached.errors.contains("vdb attached, now and at every later start"), "\(attached)")
        let image = "\(Lab.imageDirectory)/\(name)-1.qcow2"
        #expect(Lab.exists(image))
        #expect(try await lab.inGuest(name, "lsblk -nrbo NAME,SIZE,SERIAL").contains("vdb 1073741824 data1"))
        try await lab.succeeding("disk", "resize", name, "vdb", "+512M")
        #expect(try await lab.inGuest(name, "lsblk -nrbo NAME,SIZE").contains("vdb 1610612736"))

        // What the guest has a file system on can be taken away too; a limit is there at once.
        let set = try await lab.succeeding("disk", "set", name, "vdb", "total_iops_sec=500,cache=none")
        #expect(set.errors.contains("iotune.total_iops_sec=500, now and at every later start"), "\(set)")
        #expect(set.errors.contains("cache=none, at the next start (not now: "), "\(set)")
        let domain = try await lab.connection.domain(named: name)
        #expect(try await domain.blockIOTune("vdb", impact: .live).unsigned("total_iops_sec") == 500)

        // A bus that takes nothing while it runs, asked for now only: the new disk goes again.
        let refused = try await lab.roost("disk", "attach", name, "size=1,bus=sata", "--now")
        #expect(refused.failed(.unsupported) && !Lab.exists("\(Lab.imageDirectory)/\(name)-2.qcow2"), "\(refused)")

        let gone = try await lab.succeeding("disk", "detach", name, "vdb", "--delete", "--yes")
        #expect(gone.errors.contains("detached, now and at every later start"), "\(gone)")
        #expect(!Lab.exists(image))
        #expect(try await !lab.inGuest(name, "lsblk -nro NAME").contains("vdb"))
        #expect(try await !domain.xml(.inactive).contains("vdb"))

        let own = try await lab.roost("disk", "detach", name, "vda", "--delete", "--next-boot", "--yes")
        #expect(own.failed(.usage) && own.errors.contains("the running machine needs it"), "\(own)")
    }

    private static func cards(of name: String, _ lab: Lab) async throws {
        let mac = "52:54:00:fe:\(lab.prefix.dropFirst(2).prefix(2)):\(lab.prefix.dropFirst(4).prefix(2))"
        try await lab.succeeding("nic", "attach", name, "network=default,mac=\(mac)")
        let device = "$(grep -l \(mac) /sys/class/net/*/address | cut -d/ -f5)"
        let leased =
            "for i in $(seq 150); do ip -4 -br address show dev \(device) | grep 192.168 && break; sleep 0.2; done"
        #expect(try await lab.inGuest(name, leased).contains("192.168.122."))
        try await lab.succeeding("nic", "set", name, mac, "link=down")
        #expect(try await lab.inGuest(name, "cat /sys/class/net/\(device)/carrier").contains("0"))
        let both = try await lab.succeeding("nic", "set", name, mac, "link=up,model=e1000e")
        #expect(both.errors.contains("link.state=up, now and at every later start"), "\(both)")
        #expect(both.errors.contains("model=e1000e, at the next start (not now: "), "\(both)")
        try await lab.succeeding("nic", "detach", name, mac)
        #expect(try await !lab.inGuest(name, "cat /sys/class/net/*/address").contains(mac))
    }

    private static func media(of name: String, _ lab: Lab) async throws {
        var discs: [String] = []
        for word in ["one", "two"] {
            let (source, disc) = ("/tmp/\(lab.prefix)\(word)", "\(Lab.imageDirectory)/\(lab.prefix)\(word).iso")
            for path in [source, disc] { removeAtEnd(path, lab) }
            try Data(word.utf8).write(to: URL(filePath: source))
            let pressed = try await Program.named("xorriso").run(
                ["-as", "mkisofs", "-quiet", "-R", "-V", word, "-o", disc, "-graft-points", "word=\(source)"])
            #expect(pressed.succeeded, "\(pressed)")
            discs.append(disc)
        }
        let read = "udevadm settle; mount -r /dev/sr0 /mnt && cat /mnt/word"
        try await lab.succeeding("cdrom", "insert", name, discs[0])
        #expect(try await lab.inGuest(name, read).contains("one"))
        let full = try await lab.roost("cdrom", "insert", name, discs[1])
        #expect(full.failed(.exists), "\(full)")

        // A guest that does not answer the eject button keeps the drive locked.
        _ = try await lab.inGuest(name, "udevadm control --stop-exec-queue")
        let locked = try await lab.roost("cdrom", "change", name, discs[1])
        #expect(locked.failed(.state) && locked.errors.contains("locked"), "\(locked)")
        try await lab.succeeding("cdrom", "change", name, "default/\(lab.prefix)two.iso", "--force")
        #expect(try await lab.inGuest(name, "udevadm control --start-exec-queue; umount /mnt; \(read)").contains("two"))
        _ = try await lab.inGuest(name, "umount /mnt")
        let ejected = try await lab.succeeding("cdrom", "eject", name)
        #expect(ejected.errors.contains("sda ejected, now and at every later start"), "\(ejected)")
        let domain = try await lab.connection.domain(named: name)
        #expect(try await !domain.xml(.inactive).contains(".iso"))
        #expect(try await !domain.xml().contains(".iso"))
    }

    @Test(.labLimit)
    func aGuestThatDoesNotLetGoIsNotBelievedToHave() async throws {
        try await Lab.run { lab in
            let disk = try await lab.disk("held")
            let other = try await lab.disk("other")
            let name = try await lab.machine("held", disks: [Lab.disk(disk), Lab.disk(other, "vdb")])
            let domain = try await lab.connection.domain(named: name)
            try await domain.create()
            try await domain.suspend()
            let detach = try await lab.roost("disk", "detach", name, "vdb", "--delete", "--yes", "--timeout", "1")
            #expect(detach.failed(.timeout) && detach.errors.contains("the next start comes without it"), "\(detach)")
            #expect(detach.errors.contains("its image stays") && Lab.exists(other), "\(detach)")
            #expect(try await domain.xml().contains("'vdb'"))
            #expect(try await !domain.xml(.inactive).contains("'vdb'"))

            // The image of a disk that another machine has too stays, and so does the disk.
            let sharer = try await lab.machine("sharer", disks: [Lab.disk(disk)])
            let shared = try await lab.roost("disk", "detach", name, "vda", "--delete", "--yes")
            #expect(shared.failed(.state) && shared.errors.contains(sharer), "\(shared)")
            #expect(Lab.exists(disk))
            #expect(try await domain.xml(.inactive).contains("'vda'"))

            try await domain.destroy()
            try await lab.succeeding("disk", "resize", name, "vda", "8M")
            #expect(try await domain.blockInfo("vda").capacity == 8 << 20)
            let cut = try await lab.roost("disk", "resize", name, "vda", "4M", "--yes")
            #expect(cut.failed(.usage) && cut.errors.contains("--shrink"), "\(cut)")
            try await lab.succeeding("disk", "resize", name, "vda", "4M", "--shrink", "--yes")
            #expect(try await domain.blockInfo("vda").capacity == 4 << 20)
            try await lab.succeeding("disk", "set", name, "vda", "bus=scsi")
            try await lab.succeeding("set", name, "--boot-order", "vda")
            let definition = try await domain.xml(.inactive)
            #expect(definition.contains("virtio-scsi") && definition.contains("<boot order='1'/>"))
        }
    }
}

import LibvirtXML
import Testing
import XMLTree

/// What the views read from a domain as libvirt prints it.
@Suite struct DomainReadingTests {
    let domain: Domain

    init() throws {
        domain = try Domain(parsing: Fixture.text("domain-wide"))
    }

    @Test func general() {
        #expect(domain.type == .qemu)
        #expect(domain.id == nil)
        #expect(domain.name == "fixture-wide")
        #expect(domain.title == "A title with <angle> & \"quotes\"")
        #expect(domain.description == "Two\nlines")
        #expect(domain.memory == 4 << 30)
        #expect(domain.currentMemory == 2 << 30)
        #expect(domain.maximumVCPUs == 4)
        #expect(domain.currentVCPUs == 2)
        #expect(domain.iothreads == 2)
        #expect(domain.memoryBacking == .shared || domain.memoryBacking.access == .shared)
        #expect(domain.resourcePartition == "/machine")
        #expect(domain.onPowerOff == .destroy)
        #expect(domain.onCrash == .restart)
        #expect(domain.suspendToDisk == false)
        #expect(domain.securityLabels.map(\.model) == ["dac"])
    }

    @Test func machine() throws {
        #expect(domain.os.type == .hvm)
        #expect(domain.os.architecture == .x86_64)
        #expect(domain.os.machine == "pc-q35-7.2")
        #expect(domain.os.firmware == .efi)
        #expect(domain.os.bootMenuTimeout == 3000)
        #expect(domain.os.smbios == .sysinfo)
        #expect(domain.features.acpi)
        #expect(domain.features.smm == true)
        #expect(domain.features.vmport == false)
        #expect(domain.features.hyperV.spinlockRetries == 8191)
        #expect(domain.cpu?.model == "qemu64")
        #expect(domain.cpu?.cores == 4)
        #expect(domain.cpu?.features == [CPUFeature("svm", policy: .disable)])
        #expect(domain.clock.offset == .utc)
        #expect(domain.clock.timers.map(\.name) == [.rtc, .pit, .hpet])
        #expect(domain.clock.timers.last?.present == false)
        let kernel = try Domain(parsing: Fixture.text("domain-kernel"))
        #expect(kernel.os.commandLine == "console=ttyS0 root=/dev/vda")
        #expect(kernel.os.bootDevices == [.hd])
        let windows = try Domain(parsing: Fixture.text("domain-windows"))
        #expect(windows.os.loaderSecure == true)
        #expect(windows.os.loader == nil)
    }

    @Test func disks() throws {
        let disks = domain.devices.disks
        #expect(disks.map(\.target) == ["vda", "vdb", "vdc", "sda", "sdb", "sdc", "fda"])
        let host = NetworkSource.Host("ceph.example", port: 6789)
        #expect(
            disks.map(\.source) == [
                .file("/var/lib/libvirt/images/top.qcow2"), .volume(pool: "default", name: "data.qcow2"),
                .network(NetworkSource(protocol: "rbd", name: "pool/image", hosts: [host])), .block("/dev/vg/lv"), nil,
                .network(
                    NetworkSource(protocol: "https", name: "a.iso", hosts: [.init("example.org", port: 443)])),
                .directory("/srv/floppy"),
            ])
        let system = try #require(domain.devices[disk: "vda"])
        #expect(system.bus == .virtio)
        #expect(system.discard == .unmap)
        #expect(system.bootOrder == 2)
        #expect(system.address == .pci(bus: 11, slot: 0))
        #expect(
            system.backingChain.map(\.source) == [
                .file("/var/lib/libvirt/images/mid.qcow2"), .file("/var/lib/libvirt/images/base.img"),
            ])
        #expect(system.backingChain.last?.backingStore == .end)
        #expect(domain.devices[disk: "sda"]?.shareable == true)
        #expect(domain.devices[disk: "sdb"]?.readOnly == true)
    }

    @Test func interfaces() throws {
        let first = try #require(domain.devices[interface: "52:54:00:00:00:01"])
        #expect(first.source == .network("default"))
        #expect(first.inbound?.peak == 5000)
        #expect(first.outbound?.average == 128)
        #expect(first.filter == "clean-traffic")
        #expect(first.mtu == 1450)
        let second = try #require(domain.devices[interface: "52:54:00:00:00:02"])
        #expect(second.source == .bridge("br0"))
        #expect(second.vlanTags == [42, 47])
        #expect(second.vlanTrunk == true)
        #expect(second.virtualPort?.type == .openvswitch)
        #expect(second.linkState == .down)
        let third = try #require(domain.devices[interface: "52:54:00:00:00:03"])
        #expect(third.source == .direct(device: "eth0", mode: "bridge"))
    }

    @Test func otherDevices() throws {
        let devices = domain.devices
        #expect(devices.emulator == "/usr/bin/qemu-system-x86_64")
        #expect(devices.graphics.map(\.type) == [.vnc, .spice])
        let vnc = try #require(devices.graphics.first)
        #expect(vnc.port == 5901)
        #expect(vnc.listen == "127.0.0.1")
        #expect(vnc.password == "secret")
        #expect(vnc.passwordValidUntil == "2030-01-01T00:00:00")
        #expect(devices.videos.map(\.model) == [.qxl, .virtio])
        #expect(devices.videos.last?.width == 1280)
        #expect(devices[channel: "org.qemu.guest_agent.0"]?.type == .unix)
        #expect(devices.consoles.map(\.targetType) == [.serial, .virtio])
        #expect(devices[filesystem: "share"]?.driver == .virtiofs)
        #expect(devices.hostDevices.map(\.type) == [.pci, .usb])
        #expect(devices.hostDevices.first?.source?.slot == 0x12)
        #expect(devices.hostDevices.last?.vendor == "0x1234")
        #expect(devices.tpms.first?.version == .v2)
        #expect(devices.randomNumberGenerators.first?.backendPath == "/dev/urandom")
        #expect(devices.memoryBalloon?.statisticsPeriod == 5)
        #expect(devices.watchdogs.first?.action == .reset)
        #expect(devices.panics.first?.model == .isa)
        #expect(devices.vsocket?.contextID == 77)
        #expect(devices[controller: .scsi, 0]?.model == .virtioSCSI)
        #expect(devices[alias: "ua-user"]?.element.name == "interface")
        #expect(devices.all.contains { $0.element.name == "shmem" })
    }

    @Test func aBackingChainAsDeepAsTheParserAllowsIsRead() throws {
        let depth = XMLLimits.standard.maximumDepth - 4
        let start = "<backingStore type='file'><source file='/a'/>"
        let chain = String(repeating: start, count: depth) + String(repeating: "</backingStore>", count: depth)
        var domain = try Domain(parsing: "<domain><devices><disk>\(chain)</disk></devices></domain>")
        #expect(domain.devices.disks.first?.backingChain.count == depth)
        #expect(domain.readEverything() > depth)
        domain.devices.disks[0].target = "vda"
        #expect(domain.devices[disk: "vda"]?.backingChain.count == depth)
    }
}

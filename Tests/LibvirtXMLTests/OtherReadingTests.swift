import LibvirtXML
import Testing

/// What the views read from documents other than domains.
@Suite struct OtherReadingTests {
    @Test func network() throws {
        let network = try Network(parsing: Fixture.text("network-nat"))
        #expect(network.name == "fixture-net")
        #expect(network.forward?.mode == .nat)
        #expect(network.forward?.device == "eth0")
        #expect(network.forward?.natPortEnd == 65535)
        #expect(network.bridge == "virbr77")
        #expect(network.spanningTree == true)
        #expect(network.mtu == 1400)
        #expect(network.domain == "lab.example")
        #expect(network.dnsForwarders == ["192.0.2.53"])
        #expect(network.dnsHosts.first?.names == ["one", "two"])
        #expect(network.addresses.map(\.address) == ["192.168.177.1", "fd00:1::1"])
        #expect(network.addresses.first?.dhcpRanges.first?.end == "192.168.177.20")
        #expect(network.dhcpHost(mac: "52:54:00:00:00:01")?.address == "192.168.177.2")
        #expect(network.dhcpHosts.count == 2)
    }

    @Test func pools() throws {
        let directory = try StoragePool(parsing: Fixture.text("pool-dir"))
        #expect(directory.type == .directory)
        #expect(directory.capacity == 270_553_174_016)
        #expect(directory.permissions.mode == 0o755)
        let share = try StoragePool(parsing: Fixture.text("pool-netfs"))
        #expect(share.hosts.map(\.name) == ["nfs.example"])
        #expect(share.sourceFormat == "nfs")
        let group = try StoragePool(parsing: Fixture.text("pool-logical"))
        #expect(group.sourceDevices == ["/dev/sdb", "/dev/sdc"])
        #expect(group.sourceName == "vg0")
    }

    @Test func volume() throws {
        let volume = try Volume(parsing: Fixture.text("volume-qcow2"))
        #expect(volume.capacity == 2 << 30)
        #expect(volume.physical == 393_224)
        #expect(volume.format == .qcow2)
        #expect(volume.clusterSize == 131_072)
        #expect(volume.lazyRefcounts)
        #expect(volume.permissions.mode == 0o640)
        #expect(volume.backingPath == "/var/tmp/fixture/base.qcow2")
    }

    @Test func snapshot() throws {
        let snapshot = try DomainSnapshot(parsing: Fixture.text("snapshot-test"))
        #expect(snapshot.name == "two")
        #expect(snapshot.parent == "one")
        #expect(snapshot.creationTime == 1_795_335_510)
        #expect(snapshot.memory == .internal)
        #expect(snapshot.disks.map(\.name) == ["vda"])
        #expect(snapshot.domain?.devices.disks.count == 1)
    }

    @Test func capabilities() throws {
        let capabilities = try Capabilities(parsing: Fixture.text("capabilities-qemu"))
        #expect(capabilities.architecture == .x86_64)
        #expect(capabilities.cpuVendor == "AMD")
        #expect(capabilities.cpuFeatures.contains("avx2"))
        #expect(!capabilities.cpuFeatures.contains("svm"))
        #expect(capabilities.securityModels.map(\.name) == ["none", "dac"])
        #expect(capabilities.securityModels.last?.baseLabels.first?.label == "+64055:+64055")
        let guest = try #require(capabilities.guest(.x86_64))
        #expect(guest.wordSize == 64)
        #expect(guest.emulatorPath(for: .qemu) == "/usr/bin/qemu-system-x86_64")
        #expect(guest.machine("q35")?.canonical == "pc-q35-7.2")
        #expect(guest.machine("pc-q35-7.2")?.maximumVCPUs == 288)
        #expect(capabilities.guest(.aarch64)?.machine("virt")?.canonical == "virt-7.2")
        #expect(capabilities.guest(.s390x) == nil)
    }

    @Test func domainCapabilities() throws {
        let q35 = try DomainCapabilities(parsing: Fixture.text("domcapabilities-q35"))
        #expect(q35.path == "/usr/bin/qemu-system-x86_64")
        #expect(q35.maximumVCPUs == 288)
        #expect(q35.firmwares == [.efi])
        #expect(q35.loaders.count == 3)
        #expect(q35.loaderSecure == ["yes", "no"])
        #expect(!q35.supports(.hostPassthrough))
        #expect(q35.supports(.maximum))
        #expect(q35.cpuModes.last?.models.contains { $0.name == "qemu64" && $0.usable == true } == true)
        #expect(q35.diskBuses == [.fdc, .scsi, .virtio, .usb, .sata])
        #expect(q35.videoModels.contains(.virtio))
        #expect(q35.tpmModels == [.tis, .crb])
        #expect(q35.filesystemDrivers.contains(.virtiofs))
        #expect(q35.gic == false)
        let virt = try DomainCapabilities(parsing: Fixture.text("domcapabilities-virt"))
        #expect(virt.architecture == .aarch64)
        #expect(virt.gicVersions == ["2", "3"])
    }
}

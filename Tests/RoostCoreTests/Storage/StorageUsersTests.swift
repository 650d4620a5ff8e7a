import Libvirt
import Testing

@testable import RoostCore

@Suite struct StorageUsersTests {
    private static let disks = """
        <disk type='file' device='disk'><source file='/images/web1.qcow2'/><target dev='vda' bus='virtio'/></disk>
        <disk type='file' device='cdrom'><source file='/images/debian.iso'/><target dev='sda' bus='sata'/></disk>
        <disk type='volume' device='disk'><source pool='images' volume='data.raw'/><target dev='vdb' bus='virtio'/></disk>
        <disk type='block' device='disk'><source dev='/dev/vg/lv'/><target dev='vdc' bus='virtio'/></disk>
        """

    @Test func namesEveryUser() async throws {
        let host = try await TestHost.host(
            domains: TestHost.domain(
                "web1", devices: Self.disks, os: "<kernel>/boot/vmlinuz</kernel><initrd>/boot/initrd</initrd>")
                + TestHost.domain("web2", devices: Self.disks),
            volumes: """
                <volume type='file'><name>data.raw</name><capacity>1000</capacity></volume>
                <volume type='file'>
                  <name>top.qcow2</name><capacity>1000</capacity>
                  <target><path>/images/top.qcow2</path></target>
                  <backingStore><path>/images/base.qcow2</path></backingStore>
                </volume>
                """)
        let users = try await host.storageUsers()
        func named(_ path: String, except uuid: String? = nil) -> Set<String> {
            Set(users.uses(of: path, except: uuid).map(\.description))
        }
        #expect(named("/images/web1.qcow2") == ["web1 (disk vda)", "web2 (disk vda)"])
        #expect(named("/images//./debian.iso") == ["web1 (cdrom sda)", "web2 (cdrom sda)"])
        #expect(named("/images/data.raw") == ["web1 (disk vdb)", "web2 (disk vdb)"])
        #expect(named("/dev/vg/lv") == ["web1 (disk vdc)", "web2 (disk vdc)"])
        #expect(named("/boot/vmlinuz") == ["web1 (kernel)"])
        #expect(named("/boot/initrd") == ["web1 (initrd)"])
        #expect(named("/images/base.qcow2") == ["/images/top.qcow2 (stands on it)"])
        #expect(named("/images/other.qcow2").isEmpty)
        let web1 = try await host.machine("web1")
        #expect(named("/images/web1.qcow2", except: web1.uuid) == ["web2 (disk vda)"])
        #expect(users.reason(for: "/images/other.qcow2") == nil)
        await host.close()
    }

    @Test func theVolumesAreAskedOnlyWhenWanted() async throws {
        let host = try await TestHost.host(domains: TestHost.domain("web1", devices: Self.disks))
        _ = try await host.storageUsers(volumes: false)
        #expect(host.connection.statistics.calls["virStoragePoolListAllVolumes"] == nil)
        await host.close()
    }

    @Test func deletionNamesTheUserAndDeletesNothing() async throws {
        let host = try await TestHost.host(
            domains: TestHost.domain("web1", devices: Self.disks),
            volumes: "<volume type='file'><name>data.raw</name><capacity>1000</capacity></volume>")
        let volume = try await host.volume(VolumeAddress("images/data.raw"))
        let users = try await host.storageUsers()
        let error = await #expect(throws: Failure.self) { try await volume.delete(users) }
        #expect(error?.kind == .state)
        #expect(error?.why?.contains("web1 (disk vdb)") == true)
        #expect(try await host.pool("images").volumeNames() == ["data.raw"])
        let pool = try await host.pool("images")
        await #expect(throws: Failure.self) { try await pool.deletion(files: true) }
        await host.close()
    }
}

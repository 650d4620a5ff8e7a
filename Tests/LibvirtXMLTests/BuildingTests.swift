import LibvirtXML
import Testing
import XMLTree

/// Documents made from scratch.
@Suite struct BuildingTests {
    @Test func domain() throws {
        var domain = Domain(.qemu, name: "web", memory: 2 << 30, vcpus: 2)
        domain.os.type = .hvm
        domain.os.architecture = .x86_64
        domain.os.machine = "q35"
        domain.features.acpi = true
        domain.cpu = CPU(.hostModel)
        domain.devices.append(Disk(source: .file("/x.qcow2"), target: "vda", bus: .virtio, format: .qcow2))
        domain.devices.append(Controller(.scsi, model: .virtioSCSI))
        domain.devices.append(Disk(device: .cdrom, source: .file("/x.iso"), target: "sda", bus: .scsi))
        domain.devices.append(Interface(source: .network("default"), model: .virtio))
        domain.devices.append(Channel.guestAgent)
        domain.devices.append(Graphics(.vnc, listen: "127.0.0.1"))
        domain.devices.append(Serial())
        domain.devices.append(Console())
        domain.devices.append(RandomNumberGenerator())
        domain.devices.append(TPM(.crb))
        domain.devices.append(VSocket())
        #expect(
            try domain.xml(.indented(by: 2)) == """
                <domain type='qemu'>
                  <name>web</name>
                  <memory unit='KiB'>2097152</memory>
                  <vcpu>2</vcpu>
                  <os>
                    <type arch='x86_64' machine='q35'>hvm</type>
                  </os>
                  <features>
                    <acpi/>
                  </features>
                  <cpu mode='host-model'/>
                  <devices>
                    <disk type='file' device='disk'>
                      <driver name='qemu' type='qcow2'/>
                      <source file='/x.qcow2'/>
                      <target dev='vda' bus='virtio'/>
                    </disk>
                    <disk type='file' device='cdrom'>
                      <source file='/x.iso'/>
                      <target dev='sda' bus='scsi'/>
                      <readonly/>
                    </disk>
                    <controller type='scsi' model='virtio-scsi'/>
                    <interface type='network'>
                      <source network='default'/>
                      <model type='virtio'/>
                    </interface>
                    <channel type='unix'>
                      <target type='virtio' name='org.qemu.guest_agent.0'/>
                    </channel>
                    <graphics type='vnc' port='-1' autoport='yes'>
                      <listen type='address' address='127.0.0.1'/>
                    </graphics>
                    <serial type='pty'/>
                    <console type='pty'>
                      <target type='serial' port='0'/>
                    </console>
                    <rng model='virtio'>
                      <backend model='random'>/dev/urandom</backend>
                    </rng>
                    <tpm model='tpm-crb'>
                      <backend type='emulator' version='2.0'/>
                    </tpm>
                    <vsock model='virtio'>
                      <cid auto='yes'/>
                    </vsock>
                  </devices>
                </domain>

                """)
    }

    @Test func volume() throws {
        var volume = Volume(name: "a.qcow2", capacity: 1 << 30, format: .qcow2, allocation: 0)
        volume.backingPath = "/base.qcow2"
        volume.backingFormat = .qcow2
        #expect(
            try volume.xml(.indented(by: 2)) == """
                <volume>
                  <name>a.qcow2</name>
                  <capacity unit='bytes'>1073741824</capacity>
                  <allocation unit='bytes'>0</allocation>
                  <target>
                    <format type='qcow2'/>
                  </target>
                  <backingStore>
                    <path>/base.qcow2</path>
                    <format type='qcow2'/>
                  </backingStore>
                </volume>

                """)
    }

    @Test func network() throws {
        var network = Network(name: "lab", forward: Forward(.nat), bridge: "virbr7")
        var address = NetworkAddress("192.0.2.1", prefix: 24)
        address.dhcpRanges = [DHCPRange("192.0.2.10", "192.0.2.20")]
        address.dhcpHosts = [DHCPHost(mac: "52:54:00:00:00:01", name: "one", address: "192.0.2.2")]
        network.addresses = [address]
        #expect(
            try network.xml(.indented(by: 2)) == """
                <network>
                  <name>lab</name>
                  <forward mode='nat'/>
                  <bridge name='virbr7'/>
                  <ip address='192.0.2.1' prefix='24'>
                    <dhcp>
                      <range start='192.0.2.10' end='192.0.2.20'/>
                      <host mac='52:54:00:00:00:01' name='one' ip='192.0.2.2'/>
                    </dhcp>
                  </ip>
                </network>

                """)
    }

    @Test func pool() throws {
        #expect(
            try StoragePool(.directory, name: "p", path: "/p").xml(.indented(by: 2)) == """
                <pool type='dir'>
                  <name>p</name>
                  <target>
                    <path>/p</path>
                  </target>
                </pool>

                """)
    }
}

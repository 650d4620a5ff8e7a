import Testing

@testable import RoostCore

@Suite struct MachineRequestTests {
    static let disk = "/var/lib/libvirt/images/debian13.qcow2"

    @Test func readsTheGuidesInstallation() throws {
        let request = try CreateLine.request(
            """
            virt-install --cdrom /var/lib/libvirt/images/debian-13.3.0-amd64-DVD-1.iso \\
            --name debian-virtins \\
            --memory 4096 \\
            --vcpus 4 \\
            --os-variant debian13 \\
            --disk /var/lib/libvirt/images/test/debian-virtins.qcow2,size=100 \\
            --network network=default,model=virtio \\
            --graphics vnc,listen=0.0.0.0,port=5910
            """)
        #expect(request.name == "debian-virtins")
        #expect(request.install == .cdrom(path: "/var/lib/libvirt/images/debian-13.3.0-amd64-DVD-1.iso"))
        #expect(request.memory?.current == 4 << 30)
        #expect(request.vcpus?.count == 4)
        #expect(request.os?.name == "debian13")
        #expect(request.disks.options.map(\.source) == [.path("/var/lib/libvirt/images/test/debian-virtins.qcow2")])
        #expect(request.disks.options.map(\.size) == [100 << 30])
        #expect(request.networks.options.map(\.connection) == [.network("default", portgroup: nil)])
        #expect(request.networks.options.map(\.model) == ["virtio"])
        #expect(request.graphics.options.map(\.type) == [.vnc])
        #expect(request.graphics.options.map(\.listen) == [.address("0.0.0.0")])
        #expect(request.graphics.options.map(\.port) == [.fixed(5910)])
        #expect(request.controllers == .defaults)
        #expect(request.start)
        #expect(request.wait == nil)
        #expect(request.warnings.isEmpty)
    }

    @Test func readsTheGuidesImport() throws {
        let request = try CreateLine.request(
            "virt-install --import --name debian-virtins --memory 4096 --vcpus 4 --os-variant debian13 --disk \(Self.disk),size=100 --network network=default,model=virtio --graphics vnc,listen=0.0.0.0,port=5910"
        )
        #expect(request.install == .importDisk)
        #expect(request.disks.options.map(\.path) == [Self.disk])
    }

    @Test func readsTheGuidesBridge() throws {
        let request = try CreateLine.request(
            "virt-install --import --name debian-virtins --memory 4096 --vcpus 4 --os-variant debian13 --disk \(Self.disk),size=100 --network bridge=br0,model=virtio --graphics vnc,listen=0.0.0.0,port=5910"
        )
        #expect(request.networks.options.map(\.connection) == [.bridge("br0")])
    }

    /// The examples of virt-install's manual, as far as their options belong to this command.
    @Test(
        arguments: [
            (
                "virt-install --name w --memory 4096 --disk size=40 --osinfo win10 --cdrom /path/to/my/win10.iso",
                InstallSource.cdrom(path: "/path/to/my/win10.iso")
            ),
            (
                "virt-install --name d --import --memory 512 --disk /home/user/VMs/my-debian9.img --osinfo debian9",
                .importDisk
            ),
            (
                "virt-install --name armtest --memory 1024 --arch armv7l --machine vexpress-a9 --disk /home/user/VMs/myarmdisk.img --boot 'kernel=/tmp/my-arm-kernel,initrd=/tmp/my-arm-initrd,dtb=/tmp/my-arm-dtb,kernel_args=console=ttyAMA0 rw root=/dev/mmcblk0p3' --graphics none",
                .kernel
            ),
            (
                "virt-install --name foo --memory 4096 --boot uefi --machine q35 --disk size=15,target.bus=scsi --import --controller type=scsi,model=virtio-scsi,driver.iommu=on --controller type=virtio-serial,driver.iommu=on --network network=default,model=virtio,driver.iommu=on --rng /dev/random,driver.iommu=on",
                .importDisk
            ),
            ("virt-install -n pxe --boot network,hd --disk size=5 -w user", .bootOrder),
            ("virt-install pxe --disk size=5 --network default,boot.order=1", .bootOrder),
            ("virt-install live --disk /srv/live.iso,device=cdrom --disk none.img", .bootOrder),
            ("virt-install k --boot kernel=/k --disk none --network none --graphics none", .kernel),
            ("virt-install u --boot uefi --disk /srv/a.img", .importDisk),
        ] as [(String, InstallSource)])
    func readsLines(_ line: String, _ install: InstallSource) throws {
        #expect(try CreateLine.request(line).install == install)
    }

    @Test func readsTheRest() throws {
        let request = try CreateLine.request(
            "virt-install web1 --import --disk /a --arch arm64 --virt-type qemu --machine virt --autostart --tag web --tag env:test --tag web --title Web --description Text --uuid C7A5FDB2cdaf9455926ad65c16db1809 --noautoconsole --wait 30 --no-start --graphics none --tpm none --rng none --channel none --console none --serial pty --network none"
        )
        #expect(request.name == "web1")
        #expect(request.arch == "aarch64")
        #expect(request.virtType == "qemu")
        #expect(request.machine == "virt")
        #expect(request.autostart)
        #expect(request.tags.map(\.description) == ["web", "env:test"])
        #expect(request.title == "Web")
        #expect(request.description == "Text")
        #expect(request.uuid?.description == "c7a5fdb2-cdaf-9455-926a-d65c16db1809")
        #expect(request.noAutoconsole)
        #expect(request.wait == .minutes(30))
        #expect(!request.start)
        #expect(request.graphics == .none)
        #expect(request.tpm == .none)
        #expect(request.rngs == .none)
        #expect(request.channels == .none)
        #expect(request.consoles == .none)
        #expect(request.networks == .none)
        #expect(request.serials.options.map(\.device.type) == ["pty"])
    }

    @Test func waitsAsVirtInstallDoes() throws {
        #expect(try InstallWait(parsing: "") == .forever)
        #expect(try InstallWait(parsing: "-1") == .forever)
        #expect(try InstallWait(parsing: "0") == .minutes(0))
        #expect(try InstallWait(parsing: "90") == .minutes(90))
        for text in ["soon", "1.5", "99999999999999999999", "60000000"] {
            #expect(throws: RequestError.self) { try InstallWait(parsing: text) }
        }
    }

    @Test(arguments: [
        ("virt-install --import --disk /a", "--name: the machine has no name\nAdd --name NAME."),
        (
            "virt-install a --name b --import --disk /a",
            "--name: the machine is named both 'b' and 'a'\nKeep one of them."
        ),
        (
            "virt-install a --import --disk /a,format=vmdk9",
            "--disk format: 'vmdk9' is not one of the image formats\nDid you mean vmdk? Choose one of raw, qcow2, qed, vmdk, vdi, vpc, qcow, vhd, iso, fat, dmg, bochs, cloop, ploop, cow, dir."
        ),
        (
            "virt-install a --import --disk size=1,format=iso",
            "--disk format: 'iso' is not one of the image formats\nChoose one of raw, qcow2, qed, vmdk, vdi, vpc, qcow."
        ),
        (
            "virt-install web[1-3] --import --disk /a",
            "--name: 'web[1-3]' holds one of * ? [ ], and commands take such a name for a pattern that stands for many machines\nUse letters, digits, '-' and '.'."
        ),
        (
            "virt-install a --import",
            "--import: there is no disk to boot\nAdd --disk PATH of a disk that holds a system."
        ),
        (
            "virt-install a --import --disk none",
            "--import: there is no disk to boot\nAdd --disk PATH of a disk that holds a system."
        ),
        (
            "virt-install a --boot uefi",
            "--boot: there is no disk to boot\nAdd --disk PATH of a disk that holds a system."
        ),
        (
            "virt-install a --cdrom /i --import --disk /a",
            "--import: contradicts --cdrom: an imported disk needs no installation\nKeep one of them; '--disk /i,device=cdrom' only attaches the image."
        ),
        (
            "virt-install a --cdrom /i --boot kernel=/k",
            "--cdrom: contradicts --boot kernel=, which boots first\nWrite '--disk /i,device=cdrom' to attach the image."
        ),
        (
            "virt-install a --cdrom https://x/i.iso",
            "--cdrom: 'https://x/i.iso' is a URL, and only files of the host can be used here\nDownload it to the host first, then give its path."
        ),
        (
            "virt-install a --cdrom /i --disk none --disk size=1",
            "--disk: none is given together with others\nRemove none, or the others."
        ),
        (
            "virt-install a --import --disk /a --disk /b/../a --disk /a",
            "--disk: '/a' is given twice\nAttach it once: two writers destroy it. readonly=yes and shareable=yes allow it."
        ),
        (
            "virt-install a --import --disk /a,target=vda --disk /b,target=vda",
            "--disk target.dev: 'vda' is given twice\nGive each disk its own, or leave it out."
        ),
        (
            "virt-install a --import --disk /a,boot.order=1 -w default,boot.order=1",
            "--disk boot.order: 1 is given to two devices\nNumber the devices 1, 2, 3, …"
        ),
        (
            "virt-install a --import --disk /a,boot.order=1 --boot hd",
            "--boot: an order of kinds of device contradicts boot.order= of single devices\nKeep one of them."
        ),
        (
            "virt-install a --import --disk /a -w default,mac=52:54:00:00:00:0a -w default,mac=52:54:00:00:00:0A",
            "--network mac: '52:54:00:00:00:0a' is given twice\nGive each interface its own, or leave it out."
        ),
        (
            "virt-install a --import --disk /a --graphics vnc,port=5901 --graphics spice,port=5901",
            "--graphics port: '5901' is given twice\nGive each display its own, or auto."
        ),
        (
            "virt-install a --import --disk /a --tpm emulator --tpm emulator",
            "--tpm: a machine has one TPM at most\nGive --tpm once."
        ),
        (
            "virt-install a --import --disk /a,alias.name=ua-x -w default,alias.name=ua-x",
            "alias.name: 'ua-x' is given to two devices\nGive each device its own, or leave it out."
        ),
        (
            "virt-install a --import --disk /a --vcpus 6 --cpu host-model,topology.sockets=4",
            "--cpu topology: 6 CPUs do not fit a topology of 4\nsockets × dies × cores × threads must be the number of CPUs, the maximum where one is given."
        ),
        (
            "virt-install a --import --disk /a --vcpus 4,sockets=2 --cpu host-model,topology.cores=2",
            "--cpu topology: the topology is given by --vcpus, too\nKeep one of them."
        ),
        (
            "virt-install a --import --disk /a --arch 'x86 64'",
            "--arch: 'x86 64' is not a plain word\nUse letters, digits and . _ : + - only."
        ),
        (
            "virt-install a --import --disk /a --machine=",
            "--machine: the value is empty\nWrite --machine q35, or leave it out."
        ),
        (
            "virt-install a --import --disk /a --tag Web",
            "--tag: 'Web' is not a tag\nA tag has up to 64 of a-z 0-9 . _ : - and starts with a letter or digit."
        ),
        (
            "virt-install a --import --disk /a --wait soon",
            "--wait: 'soon' is not a number of minutes\nGive whole minutes, or --wait alone to wait without end."
        ),
        (
            "virt-install a/b --import --disk /a",
            "--name: 'a/b' contains '/', and files are named after the machine\nUse '-' or '.' instead."
        ),
        (
            "virt-install a --import --disk /a,sise=3 --memory lots",
            "--memory: 'lots' is not a size\nGive MiB (4096) or a unit (4G)."
        ),
    ])
    func saysWhatDoesNotFit(_ line: String, _ expected: String) throws {
        let error = #expect(throws: RequestError.self) { try CreateLine.request(line) }
        #expect(error?.description == expected)
    }

    @Test func refusesTextThatIsNotText() {
        var arguments = CreateArguments()
        (arguments.name, arguments.isImport, arguments.disks) = ("a", true, ["/a"])
        for title in ["", "a\nb", "a\u{1b}[31m"] {
            var bad = arguments
            bad.title = title
            #expect(throws: RequestError.self) { try MachineRequest(bad, in: CreateLine.context) }
        }
        arguments.description = "two\nlines\tare fine"
        #expect(throws: Never.self) { try MachineRequest(arguments, in: CreateLine.context) }
        arguments.description = "a\u{0}"
        #expect(throws: RequestError.self) { try MachineRequest(arguments, in: CreateLine.context) }
    }

    @Test func allowsSharedAndReadOnlyDisks() throws {
        for option in ["readonly=yes", "shareable=yes", "device=cdrom"] {
            let line = "virt-install a --import --disk /root --disk /a,\(option) --disk /a,\(option)"
            #expect(try CreateLine.request(line).disks.options.count == 3)
        }
    }

    @Test func warns() throws {
        func warnings(_ line: String) throws -> [String] { try CreateLine.request(line).warnings.map(\.option) }
        #expect(try warnings("virt-install a --import --disk /a --graphics vnc,password=x") == ["--graphics"])
        #expect(try warnings("virt-install a --import --disk /a --memory 4") == ["--memory"])
        #expect(try warnings("virt-install a --import --disk size=4") == ["--import"])
        #expect(try warnings("virt-install a --import --disk size=4,backing_store=/b") == [])
        #expect(try warnings("virt-install a --import --disk /a,size=4 --memory 64") == [])
    }

    @Test func resolvesPathsOfARemoteHostOnlyWhenAbsolute() throws {
        let remote = RequestContext(workingDirectory: nil)
        let relative = try CreateLine.arguments("virt-install a --cdrom debian.iso")
        let error = #expect(throws: RequestError.self) { try MachineRequest(relative, in: remote) }
        #expect(
            error?.description
                == "--cdrom: 'debian.iso' is relative, and paths are those of the remote host\nGive the absolute path there."
        )
        #expect(try MachineRequest(relative, in: CreateLine.context).install == .cdrom(path: "/home/user/debian.iso"))
        let absolute = try CreateLine.arguments("virt-install a --cdrom /srv/debian.iso")
        #expect(try MachineRequest(absolute, in: remote).install == .cdrom(path: "/srv/debian.iso"))
    }
}

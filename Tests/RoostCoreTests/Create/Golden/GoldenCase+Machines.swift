extension GoldenCase {
    private static let disk = "--import --disk /images/debian.qcow2"

    static let processors: [GoldenCase] = [
        GoldenCase("vcpus", "\(disk) --vcpus 8"),
        GoldenCase("vcpus-maximum", "\(disk) --vcpus 2,maxvcpus=8"),
        GoldenCase("vcpus-topology", "\(disk) --vcpus 8,sockets=1,cores=4,threads=2"),
        GoldenCase("vcpus-cpuset", "\(disk) --vcpus 4,cpuset=0-3,8"),
        GoldenCase("vcpus-placement", "\(disk) --vcpus 4,placement=auto"),
        GoldenCase("vcpus-windows", os: "win10", "\(disk) --vcpus 8"),
        GoldenCase("vcpus-windows-topology", os: "win10", "\(disk) --vcpus 8,sockets=2"),
        GoldenCase("vcpus-arm-many", on: .emulation, "\(disk) --arch aarch64 --vcpus 16"),
        GoldenCase("cpu-passthrough", "\(disk) --cpu host-passthrough,migratable=off,-svm"),
        GoldenCase("cpu-host", "\(disk) --cpu host"),
        GoldenCase("cpu-maximum", "\(disk) --cpu maximum"),
        GoldenCase("cpu-hypervisor-default", "\(disk) --cpu none"),
        GoldenCase("cpu-model", "\(disk) --cpu EPYC,+x2apic,disable=svm"),
        GoldenCase("cpu-model-insecure", "\(disk) --cpu EPYC,secure=off"),
        GoldenCase("cpu-model-emulated", on: .emulation, "\(disk) --cpu Haswell,check=none"),
        GoldenCase("cpu-model-vendor", "\(disk) --cpu EPYC,vendor=AMD,model.vendor_id=AuthenticAMD,fallback=forbid"),
        GoldenCase("cpu-topology", "\(disk) --cpu host-model,topology.sockets=2,topology.cores=2"),
        GoldenCase("cpu-cache", "\(disk) --cpu host-passthrough,cache.mode=passthrough"),
        GoldenCase("cpu-arm-model", on: .emulation, "\(disk) --arch aarch64 --cpu cortex-a57"),
        GoldenCase("machine-pc", "\(disk) --machine pc"),
        GoldenCase("machine-versioned", "\(disk) --machine pc-q35-6.2"),
        GoldenCase("machine-i686", on: .emulation, "\(disk) --arch i686"),
    ]

    static let firmware: [GoldenCase] = [
        GoldenCase("boot-uefi", "\(disk) --boot uefi"),
        GoldenCase("boot-uefi-install", "-c /images/debian.iso --disk size=20 --boot uefi"),
        GoldenCase(
            "boot-secure",
            "\(disk) --boot uefi,firmware.feature0.name=secure-boot,firmware.feature0.enabled=yes"),
        GoldenCase(
            "boot-insecure", os: "win11",
            "\(disk) --boot uefi,firmware.feature0.name=secure-boot,firmware.feature0.enabled=no"),
        GoldenCase("boot-bios", "\(disk) --boot firmware=bios"),
        GoldenCase(
            "boot-loader",
            "\(disk) --boot loader=/usr/share/OVMF/OVMF_CODE.fd,loader.readonly=yes,loader.type=pflash,nvram=/srv/web.fd"
        ),
        GoldenCase("boot-nvram", "\(disk) --boot uefi,nvram.template=/usr/share/OVMF/OVMF_VARS.fd"),
        GoldenCase("boot-menu", "\(disk) --boot hd,menu=on,bootmenu.timeout=3000"),
        GoldenCase("boot-serial", "\(disk) --boot hd,useserial=on,rebootTimeout=5000 --graphics none"),
        GoldenCase("boot-smbios", "\(disk) --boot hd,smbios.mode=host"),
        GoldenCase("boot-arm", on: .arm, "\(disk)"),
    ]

    static let devices: [GoldenCase] = [
        GoldenCase("controller-scsi", "\(disk) --controller type=scsi,model=virtio-scsi,driver.queues=4"),
        GoldenCase("controller-usb2", "\(disk) --controller usb2"),
        GoldenCase("controller-no-usb", "\(disk) --controller usb,model=none"),
        GoldenCase("controller-ports", "\(disk) --controller num_pcie_root_ports=20"),
        GoldenCase("controller-no-ports", "\(disk) --controller num_pcie_root_ports=0"),
        GoldenCase("controller-serial", "\(disk) --controller virtio-serial,index=0,ports=16,vectors=4"),
        GoldenCase("serial-none", "\(disk) --serial none"),
        GoldenCase("serial-file", "\(disk) --serial file,path=/var/log/web.log"),
        GoldenCase("serial-tcp", "\(disk) --serial tcp,host=127.0.0.1:4567,mode=bind,protocol=telnet"),
        GoldenCase("serial-udp", "\(disk) --serial udp,host=10.0.0.1:514,bind_host=10.0.0.2:515"),
        GoldenCase("serial-two", "\(disk) --serial pty --serial unix,path=/run/web.sock,log.file=/var/log/web.log"),
        GoldenCase("console-none", "\(disk) --console none"),
        GoldenCase("console-log", "\(disk) --console pty,log.file=/var/log/web.log,log.append=on"),
        GoldenCase("console-virtio", "\(disk) --console pty,target.type=virtio"),
        GoldenCase("channel-none", "\(disk) --channel none"),
        GoldenCase("channel-agent", "\(disk) --channel unix,target.type=virtio,target.name=org.qemu.guest_agent.0"),
        GoldenCase("channel-vdagent", "\(disk) --channel qemu-vdagent,source.clipboard.copypaste=yes"),
        GoldenCase("channel-socket", "\(disk) --channel unix,path=/run/app.sock,mode=bind,target.name=org.example.app"),
        GoldenCase("channel-spice-twice", "\(disk) --graphics spice --channel spicevmc"),
        GoldenCase(
            "channel-guestfwd", "\(disk) --channel tcp,host=127.0.0.1:8080,target.address=10.0.2.1:80"),
        GoldenCase("rng-none", "\(disk) --rng none"),
        GoldenCase("rng-random", "\(disk) --rng /dev/random,rate.bytes=1024,rate.period=1000"),
        GoldenCase("rng-builtin", "\(disk) --rng builtin"),
        GoldenCase("tpm-default", "\(disk) --tpm default"),
        GoldenCase("tpm-old", "\(disk) --tpm emulator,version=1.2"),
        GoldenCase("tpm-tis", "\(disk) --tpm emulator,model=tpm-tis,persistent_state=yes"),
        GoldenCase("tpm-passthrough", "\(disk) --tpm /dev/tpm0"),
        GoldenCase("tpm-arm", on: .emulation, "\(disk) --arch aarch64 --tpm default"),
        GoldenCase("autostart-changes-nothing", "\(disk) --autostart --noautoconsole --wait 5"),
    ]

    static let guests: [GoldenCase] = [
        GoldenCase("guest-win11", os: "win11", "-c /images/win.iso --disk size=64"),
        GoldenCase("guest-win11-emulated", on: .emulation, os: "win11", "-c /images/win.iso --disk size=64"),
        GoldenCase("guest-win11-no-tpm", os: "win11", "-c /images/win.iso --disk size=64 --tpm none"),
        GoldenCase("guest-win10", os: "win10", "-c /images/win.iso --disk size=64"),
        GoldenCase("guest-win10-virtio", os: "win10", "\(disk),bus=virtio --network default,model=virtio"),
        GoldenCase("guest-win7", os: "win7", "-c /images/win.iso --disk size=40"),
        GoldenCase("guest-winxp", os: "winxp", "-c /images/win.iso --disk size=10"),
        GoldenCase("guest-rhel4", os: "rhel4.0", "-c /images/debian.iso --disk size=10"),
        GoldenCase("guest-fedora", os: "fedora36", "-c /images/debian.iso --disk size=20"),
        GoldenCase("guest-ubuntu", os: "ubuntu22.04", "\(disk)"),
        GoldenCase("guest-freebsd", os: "freebsd13.0", "-c /images/debian.iso --disk size=20"),
        GoldenCase("guest-alpine", os: "alpinelinux3.16", "-c /images/debian.iso --disk size=2"),
        GoldenCase("guest-cirros", os: "cirros0.5.2", "\(disk) --memory 256"),
    ]
}

extension GoldenCase {
    /// Ways to install and to boot, and what is named, sized and labelled.
    static let installs: [GoldenCase] = [
        GoldenCase(
            "install-guide",
            """
            --cdrom /var/lib/libvirt/images/debian-13.3.0-amd64-DVD-1.iso --memory 4096 --vcpus 4 --os-variant debian13 \
            --disk /var/lib/libvirt/images/test/debian-virtins.qcow2,size=100 --network network=default,model=virtio \
            --graphics vnc,listen=0.0.0.0,port=5910
            """),
        GoldenCase(
            "import-guide",
            """
            --import --memory 4096 --vcpus 4 --os-variant debian13 \
            --disk /var/lib/libvirt/images/debian13.qcow2,size=100 --network network=default,model=virtio \
            --graphics vnc,listen=0.0.0.0,port=5910
            """),
        GoldenCase(
            "import-guide-bridge",
            """
            --import --memory 4096 --vcpus 4 --os-variant debian13 \
            --disk /var/lib/libvirt/images/debian13.qcow2,size=100 --network bridge=br0,model=virtio \
            --graphics vnc,listen=0.0.0.0,port=5910
            """),
        GoldenCase("install-short", "-c /images/debian.iso --disk size=20"),
        GoldenCase("install-no-os", os: nil, "-c /images/debian.iso --disk size=20"),
        GoldenCase("install-default-disk", "-c /images/debian.iso"),
        GoldenCase("install-default-disk-windows", os: "win11", "-c /images/win.iso"),
        GoldenCase("install-no-disk", os: nil, "-c /images/debian.iso --disk none"),
        GoldenCase("install-over-existing-disk", "-c /images/debian.iso --disk /images/debian.qcow2"),
        GoldenCase("install-cdrom-first", "-c /images/debian.iso --disk size=20 --boot cdrom,hd"),
        GoldenCase("install-emulated", on: .emulation, "-c /images/debian.iso --disk size=20"),
        GoldenCase("install-session", on: .session, "-c /images/debian.iso --disk size=20"),
        GoldenCase("install-arm-foreign", on: .emulation, "-c /images/debian.iso --disk size=20 --arch aarch64"),
        GoldenCase("install-arm", on: .arm, "-c /images/debian.iso --disk size=20"),
        GoldenCase("install-as-disk", "--disk size=20 --disk /images/debian.iso,device=cdrom"),
        GoldenCase(
            "install-orders-devices", "-c /images/debian.iso --disk size=20,boot.order=1 --network default,boot.order=2"
        ),
        GoldenCase("import", "--import --disk /images/debian.qcow2"),
        GoldenCase("import-no-os", os: nil, "--import --disk /images/debian.qcow2"),
        GoldenCase("import-emulated", on: .emulation, "--import --disk /images/debian.qcow2"),
        GoldenCase("import-asked-emulation", "--import --disk /images/debian.qcow2 --virt-type qemu"),
        GoldenCase("import-asked-kvm", "--import --disk /images/debian.qcow2 --virt-type kvm"),
        GoldenCase("import-session", on: .session, "--import --disk /images/debian.qcow2"),
        GoldenCase(
            "import-seed", "--import --disk /images/debian.qcow2 --disk /images/seed.iso,device=cdrom"),
        GoldenCase(
            "import-seed-session", on: .session,
            "--import --disk /images/debian.qcow2 --disk /images/seed.iso,device=cdrom"),
        GoldenCase(
            "kernel",
            """
            --boot kernel=/boot/vmlinuz,initrd=/boot/initrd.img,kernel_args="console=ttyS0 root=/dev/vda1" \
            --disk /images/debian.qcow2 --graphics none
            """),
        GoldenCase("kernel-no-disk", "--boot kernel=/boot/vmlinuz,initrd=/boot/initrd.img --disk none"),
        GoldenCase(
            "kernel-seed",
            "--boot kernel=/boot/vmlinuz --disk /images/debian.qcow2 --disk /images/seed.iso,device=cdrom"),
        GoldenCase(
            "kernel-arm", on: .emulation,
            "--arch aarch64 --boot kernel=/boot/vmlinuz,initrd=/boot/initrd.img,dtb=/boot/board.dtb --graphics none"),
        GoldenCase("network-boot", "--boot network,hd --disk size=20"),
        GoldenCase("network-boot-ordered", "--network default,boot.order=1 --disk size=20,boot.order=2"),
        GoldenCase(
            "identity",
            """
            --import --disk /images/debian.qcow2 --title "Web server" --description "Serves <b>everything</b> & more" \
            --uuid 4dea22b3-1d52-d8f3-2516-782e98ab3fa0 --tag web --tag env:test
            """),
        GoldenCase("identity-tags-no-os", os: nil, "--import --disk /images/debian.qcow2 --tag web"),
        GoldenCase("memory-gib", "--import --disk /images/debian.qcow2 --memory 4G"),
        GoldenCase("memory-mib", "--import --disk /images/debian.qcow2 --memory 512"),
        GoldenCase("memory-maximum", "--import --disk /images/debian.qcow2 --memory 2048,maxmemory=8192"),
        GoldenCase("memory-hugepages", "--import --disk /images/debian.qcow2 --memory 4G,hugepages=yes"),
    ]
}

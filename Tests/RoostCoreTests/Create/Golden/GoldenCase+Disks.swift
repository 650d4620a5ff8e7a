extension GoldenCase {
    static let disks: [GoldenCase] = [
        GoldenCase("disk-two-new", "-c /images/debian.iso --disk size=20 --disk size=100"),
        GoldenCase("disk-path-new", "-c /images/debian.iso --disk /srv/vm/root.qcow2,size=20"),
        GoldenCase("disk-path-new-in-pool", "-c /images/debian.iso --disk /var/lib/libvirt/images/new.qcow2,size=20"),
        GoldenCase("disk-path-new-raw", "-c /images/debian.iso --disk /srv/vm/root.raw,size=20"),
        GoldenCase("disk-format-raw", "-c /images/debian.iso --disk size=20,format=raw"),
        GoldenCase("disk-not-sparse", "-c /images/debian.iso --disk size=20,sparse=no"),
        GoldenCase("disk-size-unit", "-c /images/debian.iso --disk size=512M"),
        GoldenCase("disk-backing", "--import --disk size=20,backing_store=/images/base.qcow2,backing_format=qcow2"),
        GoldenCase("disk-backing-own-size", "--import --disk backing_store=/images/base.qcow2"),
        GoldenCase("disk-backing-path", "--import --disk /srv/vm/a.qcow2,backing_store=/images/base.qcow2"),
        GoldenCase("disk-raw-existing", "--import --disk /images/data.raw"),
        GoldenCase("disk-vmdk-existing", "--import --disk /images/disk.vmdk"),
        GoldenCase("disk-block", "--import --disk /dev/sdb"),
        GoldenCase("disk-block-tuned", "--import --disk /dev/sdb,cache=none,io=native,discard=unmap"),
        GoldenCase("disk-volume", "--import --disk vol=default/old.qcow2"),
        GoldenCase("disk-volume-new", "-c /images/debian.iso --disk vol=default/new.qcow2,size=20"),
        GoldenCase("disk-volume-block", "--import --disk vol=vg/root"),
        GoldenCase("disk-volume-block-new", "-c /images/debian.iso --disk pool=vg,size=20"),
        GoldenCase("disk-volume-remote", "--import --disk vol=ceph/image"),
        GoldenCase("disk-volume-remote-new", "-c /images/debian.iso --disk pool=ceph,size=20"),
        GoldenCase(
            "disk-server-nbd",
            "--import --disk source.protocol=nbd,source.name=root,source.host0.name=10.0.0.9,source.host0.port=10809"),
        GoldenCase(
            "disk-server-socket", "--import --disk source.protocol=nbd,source.host0.socket=/run/nbd.sock,format=raw"),
        GoldenCase("disk-sata", "--import --disk /images/debian.qcow2,bus=sata"),
        GoldenCase("disk-scsi", "--import --disk /images/debian.qcow2,bus=scsi"),
        GoldenCase("disk-usb", "--import --disk /images/debian.qcow2,bus=usb,removable=on"),
        GoldenCase("disk-ide", "--import --machine pc --disk /images/debian.qcow2,bus=ide"),
        GoldenCase("disk-lun", "--import --disk /images/debian.qcow2 --disk /dev/sdb,device=lun"),
        GoldenCase("disk-floppy", "--import --disk /images/debian.qcow2 --disk /images/drivers.img,device=floppy"),
        GoldenCase("disk-empty-cdrom", "--import --disk /images/debian.qcow2 --disk device=cdrom"),
        GoldenCase("disk-empty-cdrom-sata", "--import --disk /images/debian.qcow2 --disk device=cdrom,bus=sata"),
        GoldenCase(
            "disk-targets",
            "--import --disk /images/debian.qcow2,target=vdb --disk size=1 --disk size=2 --disk device=cdrom,target=sda"
        ),
        GoldenCase(
            "disk-many", "--import --disk /images/debian.qcow2" + String(repeating: " --disk size=1", count: 27)),
        GoldenCase("disk-busy-readonly", "--import --disk /images/busy.qcow2,readonly=yes"),
        GoldenCase("disk-busy-shared", "--import --disk /images/busy.qcow2,shareable=yes,cache=none"),
        GoldenCase("disk-transient", "--import --disk /images/debian.qcow2,transient=yes,transient.shareBacking=yes"),
        GoldenCase(
            "disk-driver",
            """
            --import --disk /images/debian.qcow2,cache=writeback,io=threads,discard=ignore,detect_zeroes=on,\
            error_policy=stop,driver.copy_on_read=on,driver.queues=4
            """),
        GoldenCase("disk-virtio-driver", "--import --disk /images/debian.qcow2,driver.iommu=on,driver.packed=on"),
        GoldenCase(
            "disk-labels",
            """
            --import --disk /images/debian.qcow2,bus=scsi,serial=WD-1234,wwn=5000c50015ea71aa,rotation_rate=1,\
            boot.order=1,snapshot=external,alias.name=ua-root
            """),
        GoldenCase(
            "disk-limits",
            "--import --disk /images/debian.qcow2,total_bytes_sec=104857600,read_iops_sec=500,write_iops_sec=300"),
        GoldenCase("disk-sectors", "--import --disk /images/data.raw,logical_block_size=4096,physical_block_size=4096"),
        GoldenCase(
            "disk-address", "--import --disk /images/debian.qcow2,address.type=pci,address.bus=3,address.slot=0"),
        GoldenCase(
            "disk-startup",
            "--import --disk /images/debian.qcow2 --disk /images/seed.iso,device=cdrom,startup_policy=optional"),
    ]
}

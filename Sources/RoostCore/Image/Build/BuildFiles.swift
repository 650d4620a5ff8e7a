/// The small files that go into a built image.
enum BuildFiles {
    /// Those that are there before the first package: paths in the image and their text.
    static let beforePackages = [
        "etc/dpkg/dpkg.cfg.d/90-roost": """
        path-exclude=/usr/share/man/*
        path-exclude=/usr/share/info/*
        path-exclude=/usr/share/doc/*
        path-include=/usr/share/doc/*/copyright

        """,
        "etc/initramfs-tools/conf.d/roost": """
        # Only the drivers named in /usr/share/initramfs-tools/modules.d/roost: those of virtual machines' disks.
        MODULES=list

        """,
        "usr/share/initramfs-tools/modules.d/roost": """
        virtio_pci
        virtio_blk
        virtio_scsi
        sd_mod
        nvme
        ahci
        ext4

        """,
        "etc/cloud/cloud.cfg.d/90-roost.cfg": """
        # The seed is a CD-ROM. No service of a cloud is asked, which would cost its time-outs.
        datasource_list: [NoCloud, None]
        # The mirror that the image was built from stays.
        apt:
          preserve_sources_list: true
        # No other is in the image, and making one takes long under emulation.
        locale: C.UTF-8
        # Key types by cost: finding an RSA key's primes takes many seconds under emulation.
        ssh_genkeytypes: [ed25519, ecdsa]

        """,
        // The agent needs nothing but its port and /run: it answers seconds earlier when it waits for no more.
        "etc/systemd/system/qemu-guest-agent.service.d/early.conf": """
        [Unit]
        DefaultDependencies=no
        Conflicts=shutdown.target
        Before=shutdown.target
        After=systemd-remount-fs.service

        """,
    ]

    /// For the day when a new kernel in the guest has GRUB's menu written anew.
    static let menuDefaults = """
        GRUB_DEFAULT=0
        GRUB_TIMEOUT=0
        GRUB_CMDLINE_LINUX="\(kernelLine)"
        GRUB_TERMINAL="console serial"
        GRUB_SERIAL_COMMAND="serial --unit=0 --speed=115200"

        """

    /// mke2fs's own defaults change from release to release, and what they add a GRUB or e2fsck of the image may not know.
    static let fileSystemFeatures = """
        [defaults]
            base_features = sparse_super,large_file,filetype,resize_inode,dir_index,ext_attr
            default_mntopts = acl,user_xattr
            enable_periodic_fsck = 0
            blocksize = 4096
            inode_size = 256
            inode_ratio = 16384
        [fs_types]
            ext4 = {
                features = has_journal,extent,huge_file,flex_bg,metadata_csum,64bit,dir_nlink,extra_isize
            }

        """

    /// The last console is the one whose log is kept. The timer's check fails by chance on a busy host that emulates.
    private static let kernelLine = "console=tty0 console=ttyS0,115200 no_timer_check"

    static func mounts(root: String, efi: String) -> String {
        """
        UUID=\(root) / ext4 errors=remount-ro,discard 0 1
        UUID=\(efi) /boot/efi vfat umask=0077,nofail 0 2

        """
    }

    /// Finds the menu by its file system, whatever number the disk has.
    static func search(root: String) -> String {
        """
        search.fs_uuid \(root) root
        set prefix=($root)/boot/grub

        """
    }

    /// What the signed GRUB reads on the EFI system partition.
    static func efiMenu(root: String) -> String { search(root: root) + "configfile $prefix/grub.cfg\n" }

    /// - Parameters:
    ///   - links: where the kernel's package keeps links on its newest kernel: "/" or "/boot/".
    static func menu(root: String, links: String) -> String {
        """
        # Written once, when the image was built. The links that it names follow the newest kernel.
        serial --unit=0 --speed=115200
        terminal_input console serial
        terminal_output console serial
        set default=0
        set timeout=0
        menuentry "Linux" {
            linux \(links)vmlinuz root=UUID=\(root) ro \(kernelLine)
            initrd \(links)initrd.img
        }
        menuentry "Linux, the kernel before" {
            linux \(links)vmlinuz.old root=UUID=\(root) ro \(kernelLine)
            initrd \(links)initrd.img.old
        }

        """
    }
}

/// `--boot`: what the machine boots, and through which firmware.
public struct BootOption: MachineOption {
    /// The order of device kinds; empty when it is left to Roost.
    public var order: [BootDevice] = []
    /// `uefi` as written, virt-install's short word for firmware=efi.
    public var uefi: Bool?
    public var writtenFirmware: String?
    public var features: [FirmwareFeature] = []
    public var loader: String?
    public var isLoaderReadOnly: Bool?
    public var loaderType: String?
    public var isLoaderSecure: Bool?
    public var nvram: String?
    public var nvramTemplate: String?
    public var kernel: String?
    public var initrd: String?
    public var kernelArguments: String?
    public var dtb: String?
    public var isMenuEnabled: Bool?
    /// Milliseconds that the menu waits.
    public var menuTimeout: Int?
    public var usesSerial: Bool?
    /// Milliseconds until a BIOS without a boot device tries again; -1 never.
    public var rebootTimeout: Int?
    public var smbiosMode: String?

    public init() {}

    /// `efi`, `bios`, or nil when it is left to Roost.
    public var firmware: String? { writtenFirmware ?? (uefi == true ? "efi" : nil) }

    public static let table = OptionTable<BootOption>(
        "--boot", "What the machine boots.",
        examples: [
            "uefi", "uefi,firmware.feature0.name=secure-boot,firmware.feature0.enabled=yes", "network,hd",
            "kernel=/srv/vmlinuz,initrd=/srv/initrd,kernel_args=\"console=ttyS0\"",
            "loader=/usr/share/OVMF/OVMF_CODE.fd,loader.readonly=yes,loader.type=pflash",
        ],
        bareWords: BareWords(
            listed: [
                ("hd", "Boot from disk."), ("cdrom", "Boot from CD-ROM."), ("network", "Boot from the network."),
                ("fd", "Boot from floppy."), ("uefi", "Boot through UEFI instead of a BIOS."),
            ],
            accept: { option, word in
                if word == "uefi" {
                    option.uefi = true
                    return true
                }
                guard let device = BootDevice(rawValue: word) else { return false }
                if !option.order.contains(device) { option.order.append(device) }
                return true
            }, render: { $0.order.map(\.rawValue) })
    ) {
        Suboption("uefi", .flag, "The same as the word uefi.", \.uefi)
        Suboption("firmware", .choice("efi", "bios"), "Firmware, chosen by libvirt to fit.", \.writtenFirmware)
        Suboption(
            "firmware.feature#.name", .word("secure-boot", "enrolled-keys"),
            "Property that the firmware must have or lack.", each: \.features, \.name)
        Suboption("firmware.feature#.enabled", .flag, "Whether it must have it.", each: \.features, \.isEnabled)
        Suboption("loader", .path, "Firmware image.", \.loader)
        Suboption("loader.readonly loader_ro", .flag, "The image is read-only.", \.isLoaderReadOnly)
        Suboption("loader.type loader_type", .choice("pflash", "rom"), "How the image is mapped.", \.loaderType)
        Suboption("loader.secure loader_secure", .flag, "The image implements secure boot.", \.isLoaderSecure)
        Suboption("nvram", .path, "File of the machine's UEFI variables.", \.nvram)
        Suboption("nvram.template nvram_template", .path, "File that the UEFI variables start from.", \.nvramTemplate)
        Suboption("kernel", .path, "Linux kernel to boot directly.", \.kernel)
        Suboption("initrd", .path, "Its initial RAM disk.", \.initrd)
        Suboption("cmdline kernel_args extra_args", .textWithCommas("ARGS"), "Its command line.", \.kernelArguments)
        Suboption("dtb", .path, "Device tree, for some other architectures.", \.dtb)
        Suboption("bootmenu.enable menu", .flag(yes: "on", no: "off"), "Offer a boot menu.", \.isMenuEnabled)
        Suboption("bootmenu.timeout", .number(0...65535), "Milliseconds that the menu waits.", \.menuTimeout)
        Suboption(
            "bios.useserial useserial", .flag(yes: "on", no: "off"), "Show the BIOS on the serial console.",
            \.usesSerial)
        Suboption(
            "bios.rebootTimeout rebootTimeout", .number(-1...65535),
            "Milliseconds until a failed boot is tried again; -1 never.", \.rebootTimeout)
        Suboption(
            "smbios.mode smbios_mode", .choice("emulate", "host", "sysinfo"),
            "Where the guest's SMBIOS data comes from.", \.smbiosMode)
    }

    public mutating func complete() throws(RequestError) {
        if uefi == true, writtenFirmware == "bios" || loader != nil {
            throw Self.error(
                "uefi", "contradicts \(loader != nil ? "loader" : "firmware=bios")", remedy: "Keep one of them.")
        }
        if kernel == nil {
            let needsKernel: [(String, Bool)] = [
                ("initrd", initrd != nil), ("kernel_args", kernelArguments != nil), ("dtb", dtb != nil),
            ]
            if let given = needsKernel.first(where: \.1)?.0 {
                throw Self.error(given, "needs a kernel", remedy: "Add kernel=PATH.")
            }
        }
        if loader == nil {
            let needsLoader: [(String, Bool)] = [
                ("loader.secure", isLoaderSecure != nil && firmware != "efi"),
                ("loader.readonly", isLoaderReadOnly != nil), ("loader.type", loaderType != nil),
                ("nvram.template", nvramTemplate != nil && firmware != "efi"),
            ]
            if let given = needsLoader.first(where: \.1)?.0 {
                throw Self.error(
                    given, "needs loader", remedy: "Add loader=PATH, or write uefi alone and let libvirt choose.")
            }
        }
        if !features.isEmpty {
            if let hole = features.firstIndex(where: { $0.name == nil || $0.isEnabled == nil }) {
                let missing = features[hole].name == nil ? "name" : "enabled"
                throw Self.error(
                    "firmware.feature\(hole).\(missing)", "is missing",
                    remedy: "A feature has a name and enabled; they are numbered from 0 without a gap.")
            }
            guard firmware == "efi" else {
                throw Self.error("firmware.feature0.name", "needs UEFI", remedy: "Add uefi.")
            }
        }
        if menuTimeout != nil, isMenuEnabled != true {
            throw Self.error("bootmenu.timeout", "needs the menu", remedy: "Add menu=on.")
        }
    }
}

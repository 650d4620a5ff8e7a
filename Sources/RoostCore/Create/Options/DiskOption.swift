/// `--disk`: one disk, CD-ROM or floppy drive, made when it does not exist yet.
public struct DiskOption: MachineOption {
    public var path: String?
    public var pool: String?
    /// A volume's name in `pool`.
    public var volume: String?
    public var server = NetworkDisk()
    /// Bytes of a disk to be made, a multiple of 512.
    public var size: UInt64?
    public var format: String?
    /// Whether a new disk takes its space only as it is written; unset means yes.
    public var isSparse: Bool?
    public var backingStore: String?
    public var backingFormat: String?

    public var device: DiskDevice?
    public var bus: String?
    public var target: String?
    public var isReadOnly: Bool?
    public var isShareable: Bool?
    /// Whether writes are dropped at power-off.
    public var isTransient: Bool?
    public var sharesBacking: Bool?
    public var isRemovable: Bool?
    public var rotationRate: Int?
    public var serial: String?
    public var wwn: String?
    /// 1 boots first.
    public var bootOrder: Int?
    public var snapshot: String?
    public var startupPolicy: String?

    public var driverName: String?
    public var cache: String?
    public var io: String?
    public var discard: String?
    public var detectZeroes: String?
    public var errorPolicy: String?
    public var copyOnRead: Bool?
    public var iothread: Int?
    public var queues: Int?
    public var logicalBlockSize: Int?
    public var physicalBlockSize: Int?

    public var limits = DiskLimits()
    public var driver = VirtioDriver()
    public var address = DeviceAddress()
    public var alias: String?

    /// Whether it is the disk that `--image` is copied to.
    var isFromImage = false

    /// `pool/name` as written, taken apart by `complete`.
    var writtenVolume: String?

    public init() {}

    /// Where the data is.
    public var source: DiskSource {
        if let path { return .path(path) }
        if let volume, let pool { return .volume(pool: pool, name: volume) }
        if server.protocol != nil { return .network(server) }
        return makesImage ? .newVolume(pool: pool) : .empty
    }

    /// Whether an image is made where there is none.
    var makesImage: Bool { size != nil || backingStore != nil || isFromImage }

    public static let table = OptionTable<DiskOption>(
        "--disk", "A disk, CD-ROM or floppy drive.",
        examples: [
            "size=40", "/var/lib/libvirt/images/web1.qcow2,size=100", "vol=default/data.qcow2,bus=scsi",
            "/srv/debian.iso,device=cdrom", "size=20,backing_store=/srv/base.qcow2,backing_format=qcow2",
        ],
        positional: ["path"]
    ) {
        Suboption("path source.file source.dev", .path, "File or block device of the host.", \.path)
        Suboption("size", .gibibytes, "Size of a new disk, in GiB or with a unit.", \.size)
        Suboption("pool source.pool", .name("POOL"), "Storage pool for a new disk.", \.pool)
        Suboption("vol", .text("POOL/VOLUME"), "Volume of a storage pool.", \.writtenVolume)
        Suboption("source.volume", .name("VOLUME"), "Volume of the pool given by pool=.", \.volume)
        Suboption(
            "format driver.type driver_type", .word("qcow2", "raw", "vmdk", "vdi", "vpc"), "Format of the image.",
            \.format)
        Suboption("sparse", .flag, "Take space only as the disk is written (default yes).", \.isSparse)
        Suboption("backing_store", .path, "Image that a new disk starts from and keeps unchanged.", \.backingStore)
        Suboption("backing_format", .word("qcow2", "raw"), "Format of backing_store.", \.backingFormat)

        Suboption("device", .choice, "What it is to the guest (default disk).", \.device)
        Suboption(
            "bus target.bus", .word("virtio", "scsi", "sata", "usb", "ide", "fdc"), "Bus that the guest sees it on.",
            \.bus)
        Suboption("target target.dev", .word("vda", "sda"), "Name in libvirt's configuration.", \.target)
        Suboption("readonly", .flag, "The guest cannot write.", \.isReadOnly)
        Suboption("shareable", .flag, "Several machines write to it at once.", \.isShareable)
        Suboption("transient", .flag, "Writes are dropped at power-off.", \.isTransient)
        Suboption("transient.shareBacking", .flag, "Several transient machines share the image.", \.sharesBacking)
        Suboption(
            "removable target.removable", .flag(yes: "on", no: "off"), "A USB disk shows as removable.", \.isRemovable)
        Suboption(
            "rotation_rate target.rotation_rate", .number(1...65534), "Rotations a minute; 1 is an SSD.", \.rotationRate
        )
        Suboption("serial", .text("SERIAL"), "Serial number that the guest sees.", \.serial)
        Suboption("wwn", .word(), "World Wide Name, 16 hexadecimal digits.", \.wwn)
        Suboption("boot.order boot_order", .number(1...255), "Place in the boot order; 1 is first.", \.bootOrder)
        Suboption(
            "snapshot snapshot_policy", .choice("internal", "external", "no", "manual"), "How snapshots treat it.",
            \.snapshot)
        Suboption(
            "source.startupPolicy startup_policy", .choice("mandatory", "requisite", "optional"),
            "What a start does when the file is missing.", \.startupPolicy)

        Suboption(
            "cache driver.cache", .choice("none", "writeback", "writethrough", "directsync", "unsafe", "default"),
            "How the host caches it.", \.cache)
        Suboption("io driver.io", .choice("native", "threads", "io_uring"), "How QEMU reads and writes.", \.io)
        Suboption(
            "discard driver.discard", .choice("unmap", "ignore"), "Whether the guest's TRIM frees space.", \.discard)
        Suboption(
            "detect_zeroes driver.detect_zeroes", .choice("off", "on", "unmap"), "Whether written zeros take space.",
            \.detectZeroes)
        Suboption(
            "error_policy driver.error_policy", .choice("stop", "report", "ignore", "enospace"),
            "What a write error does.", \.errorPolicy)
        Suboption("driver.name driver_name", .word("qemu"), "Driver of the hypervisor.", \.driverName)
        Suboption(
            "driver.copy_on_read", .flag(yes: "on", no: "off"), "Keep what is read from the backing image.",
            \.copyOnRead)
        Suboption("driver.iothread", .number(1...0xffff), "I/O thread that serves it.", \.iothread)
        Suboption("driver.queues", .number(1...1024), "Number of virtio queues.", \.queues)
        Suboption(
            "blockio.logical_block_size logical_block_size", .number(512...32768), "Sector size that the guest sees.",
            \.logicalBlockSize)
        Suboption(
            "blockio.physical_block_size physical_block_size", .number(512...32768),
            "Physical block size that the guest sees.", \.physicalBlockSize)

        NetworkDisk.suboptions.map { $0.lifted(to: \.server) }
        DiskLimits.suboptions.map { $0.lifted(to: \.limits) }
        VirtioDriver.suboptions.map { $0.lifted(to: \.driver) }
        DeviceAddress.suboptions.map { $0.lifted(to: \.address) }
        Suboption("alias.name", .word("ua-NAME"), "Name of the device, starting with ua-.", \.alias)
    }

    public mutating func complete(in context: RequestContext) throws(RequestError) {
        try complete(mayLackSource: context.copiesImage)
    }

    public mutating func complete() throws(RequestError) { try complete(mayLackSource: false) }

    mutating func complete(mayLackSource: Bool) throws(RequestError) {
        try takeVolumeApart()
        try checkSource(mayLackSource)
        try checkNewDisk()
        try checkFormats()
        try checkLabels()
    }

    private mutating func takeVolumeApart() throws(RequestError) {
        guard let written = writtenVolume else { return }
        let parts = written.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
            throw Self.error(
                "vol", "\(ValueProblem.quote(written)) is not POOL/VOLUME", remedy: "Write vol=default/data.qcow2.")
        }
        guard pool == nil || pool == parts[0], volume == nil || volume == parts[1] else {
            throw Self.error("vol", "contradicts pool= or source.volume=", remedy: "Keep vol=POOL/VOLUME alone.")
        }
        (pool, volume, writtenVolume) = (parts[0], parts[1], nil)
    }

    private func checkSource(_ mayLackSource: Bool) throws(RequestError) {
        if path != nil, pool != nil || volume != nil {
            throw Self.error(
                nil, "path and a pool or volume are both given", remedy: "Keep the path, or pool= and vol=.")
        }
        if volume != nil, pool == nil {
            throw Self.error("source.volume", "does not say in which pool", remedy: "Write vol=POOL/VOLUME.")
        }
        if !mayLackSource, pool != nil, volume == nil, size == nil, backingStore == nil {
            throw Self.error(
                "pool", "makes a new disk and needs its size",
                remedy: "Add size=GiB, or name a volume: vol=POOL/VOLUME.")
        }
        if server != NetworkDisk() {
            guard let name = server.protocol else {
                throw Self.error(
                    "source.protocol", "is missing", remedy: "Say how to reach the server: source.protocol=nbd.")
            }
            if path != nil || pool != nil || size != nil || backingStore != nil {
                throw Self.error(
                    "source.protocol", "names a disk on a server, and a file, pool or size is given too",
                    remedy: "Keep one of them.")
            }
            // rbd finds its servers in Ceph's own configuration.
            guard name == "rbd" || server.hosts.contains(where: { $0.name != nil || $0.socket != nil }) else {
                throw Self.error("source.protocol", "needs a server", remedy: "Add source.host0.name=HOST.")
            }
        } else if !mayLackSource {
            try checkHasSource()
        }
    }

    func checkHasSource() throws(RequestError) {
        guard source == .empty, ![.cdrom, .floppy].contains(device) else { return }
        throw Self.error(
            nil, "names no storage",
            remedy: "Give a path, size=GiB, vol=POOL/VOLUME, or device=cdrom for an empty drive.")
    }

    /// What libvirt calls them.
    private static let makeableFormats = ["raw", "qcow2", "qed", "vmdk", "vdi", "vpc", "qcow"]
    private static let otherFormats = ["vhd", "iso", "fat", "dmg", "bochs", "cloop", "ploop", "cow", "dir"]

    private func checkFormats() throws(RequestError) {
        let isNew = size != nil || backingStore != nil
        let known = Self.makeableFormats + Self.otherFormats
        if let format {
            try Self.check(format, of: isNew ? Self.makeableFormats : known, "format")
        }
        if let backingFormat { try Self.check(backingFormat, of: known, "backing_format") }
    }

    private static func check(
        _ format: String, of formats: [String], _ suboption: String
    ) throws(RequestError) {
        guard !formats.contains(format) else { return }
        let nearest = Spelling.nearest(to: format, among: formats).map { "Did you mean \($0)? " } ?? ""
        throw error(
            suboption, "'\(format)' is not one of the image formats",
            remedy: "\(nearest)Choose one of \(formats.joined(separator: ", ")).")
    }

    private func checkNewDisk() throws(RequestError) {
        if size != nil, let device, device != .disk {
            throw Self.error(
                "size", "a \(device.rawValue) is not made here", remedy: "Remove size=, and give the path of an image.")
        }
        if backingFormat != nil, backingStore == nil {
            throw Self.error(
                "backing_format", "needs backing_store", remedy: "Add backing_store=PATH, or remove backing_format.")
        }
        if backingStore != nil, format == "raw" {
            throw Self.error("backing_store", "a raw image cannot have a backing image", remedy: "Use format=qcow2.")
        }
        if let backingStore, backingStore == path {
            throw Self.error("backing_store", "is the disk itself", remedy: "Give the new disk another path.")
        }
        if sharesBacking == true, isTransient != true {
            throw Self.error("transient.shareBacking", "needs transient=yes", remedy: "Add transient=yes.")
        }
    }

    private func checkLabels() throws(RequestError) {
        for (name, size) in [("logical_block_size", logicalBlockSize), ("physical_block_size", physicalBlockSize)] {
            if let size, size & (size - 1) != 0 {
                throw Self.error("blockio.\(name)", "\(size) is not a power of two", remedy: "Use 512 or 4096.")
            }
        }
        if let serial {
            let allowed = serial.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || $0.properties.numericType != nil
                        || " _-.+".unicodeScalars.contains($0))
            }
            guard allowed else {
                throw Self.error(
                    "serial", "\(ValueProblem.quote(serial)) has a character that libvirt refuses",
                    remedy: "Use letters, digits, blanks and _ - . + only.")
            }
            if bus == "virtio", serial.utf8.count > 20 {
                throw Self.error(
                    "serial", "QEMU cuts a virtio disk's serial number off after 20 characters", remedy: "Shorten it.")
            }
        }
        if let wwn, wwn.utf8.count != 16 || !wwn.allSatisfy({ $0.isASCII && $0.isHexDigit }) {
            throw Self.error(
                "wwn", "\(ValueProblem.quote(wwn)) is not a World Wide Name", remedy: "Write 16 hexadecimal digits.")
        }
        if let alias { try checkAlias(alias) }
    }
}

extension MachineOption {
    /// libvirt keeps only the aliases that carry its prefix for people's own names, and drops others without a word.
    func checkAlias(_ alias: String) throws(RequestError) {
        guard alias.hasPrefix("ua-"), alias.utf8.count > 3 else {
            throw Self.error(
                "alias.name", "\(ValueProblem.quote(alias)) does not start with ua-",
                remedy: "Write alias.name=ua-\(alias).")
        }
    }
}

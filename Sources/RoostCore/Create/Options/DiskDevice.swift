/// What a disk is to the guest.
public enum DiskDevice: String, Sendable, CaseIterable {
    case disk, cdrom, floppy, lun
}

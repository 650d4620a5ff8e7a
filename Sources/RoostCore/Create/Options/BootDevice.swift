/// A kind of device that a machine can boot from.
public enum BootDevice: String, Sendable, CaseIterable {
    case hd, cdrom, network, fd
}

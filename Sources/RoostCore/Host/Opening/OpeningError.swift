import Libvirt

/// Why a connection to libvirt was not opened.
enum OpeningError: Error, Hashable {
    case libvirt(LibvirtError)
    /// The daemon has not answered within that time; it may yet.
    case timedOut(Duration)
    case cancelled

    /// Whether the way to the daemon failed, and not the daemon.
    var isOfTransport: Bool {
        guard case .libvirt(let error) = self else { return false }
        return error.domain == .rpc && [.systemError, .internalError, .rpc].contains(error.code)
    }
}

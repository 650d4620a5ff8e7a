internal import CLibvirt

/// libvirt's C library as a whole.
public enum Library {
    /// Version of the C library in use.
    ///
    /// Maps to `virGetVersion`.
    public static var version: Version {
        var number: CUnsignedLong = 0
        _ = prepared
        guard unsafe virGetVersion(&number, nil, nil) >= 0 else {
            virResetLastError()
            return Version(rawValue: 0)
        }
        return Version(rawValue: UInt64(number))
    }

    /// Initialises libvirt once a process, before the first connection: its threads, the event loop, and silence on
    /// standard error, for every error is thrown.
    static let prepared: Bool = {
        guard virInitialize() >= 0 else { return false }
        unsafe virSetErrorFunc(nil, discardError)
        return EventLoop.start()
    }()
}

private func discardError(_ context: UnsafeMutableRawPointer?, _ error: virErrorPtr?) {}

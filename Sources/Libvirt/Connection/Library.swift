internal import CLibvirt
import Dispatch

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

    /// Event sequences whose registrations are being taken back.
    static let unsubscribing = DispatchGroup()

    /// Waits until the registrations of all ended event sequences are taken back. To be called before the process ends, and
    /// not by a task: it blocks.
    ///
    /// A daemon of libvirt 9.0 was seen to crash when a client hung up in the middle of that.
    /// - Parameter limit: one that does not answer is not waited for any longer.
    public static func settle(within limit: Duration) {
        let (seconds, attoseconds) = limit.components
        _ = unsubscribing.wait(timeout: .now() + Double(seconds) + Double(attoseconds) / 1e18)
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

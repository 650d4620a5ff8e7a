internal import CLibvirt
import Glibc

/// The one thread that runs libvirt's event loop: events and keep-alive messages of every connection.
enum EventLoop {
    /// Registers libvirt's default loop and starts its thread. To be called once, before the first connection is opened.
    ///
    /// The thread never ends, for libvirt has no way to take its loop back.
    static func start() -> Bool {
        guard virEventRegisterDefaultImpl() >= 0 else { return false }
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        defer { unsafe pthread_attr_destroy(&attributes) }
        unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        return unsafe pthread_create(&thread, &attributes, runEventLoop, nil) == 0
    }
}

private func runEventLoop(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    unsafe pthread_setname_np(pthread_self(), "libvirt-events")
    while true {
        // A failed turn must neither end the loop nor, when it fails for good, eat a processor.
        if virEventRunDefaultImpl() < 0 {
            virResetLastError()
            usleep(10_000)
        }
    }
}

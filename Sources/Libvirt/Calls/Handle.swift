import Synchronization

/// Owns one reference to a libvirt object.
///
/// Safety: the pointer is set once, and libvirt's objects are thread-safe and reference-counted, so that any thread may
/// use it as long as this object lives. Freeing can cost a round trip, hence `deinit` hands the pointer to the blocking
/// threads and never blocks the caller.
@safe final class Handle: @unchecked Sendable {
    typealias Free = @Sendable (OpaquePointer) -> Void

    let pointer: OpaquePointer
    let calls: CallThreads
    private let free: Free
    private let afterFree = Mutex<(@Sendable () -> Void)?>(nil)

    /// Takes over one reference that libvirt has handed out.
    init(adopting pointer: OpaquePointer, calls: CallThreads, free: @escaping Free) {
        unsafe self.pointer = unsafe pointer
        self.calls = calls
        unsafe self.free = unsafe free
        calls.statistics.handleAdopted()
    }

    deinit {
        nonisolated(unsafe) let pointer = unsafe pointer
        let free = unsafe free
        let statistics = calls.statistics
        let afterFree = afterFree.withLock { $0 }
        let accepted = calls.later {
            unsafe free(pointer)
            statistics.handleFreed()
            afterFree?()
        }
        // Without a single thread the reference is left to the end of the process; a waiter must not hang on it.
        if !accepted { afterFree?() }
    }

    /// `action` runs once the reference was given back.
    func whenFreed(_ action: @escaping @Sendable () -> Void) {
        afterFree.withLock { $0 = action }
    }
}

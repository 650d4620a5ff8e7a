internal import CLibvirt

/// How one kind of event is registered with libvirt, and deregistered.
///
/// The opaque pointer that `register` passes on is a retained `EventBuffer`; libvirt releases it by `releaseBuffer` when it
/// will not call back any more.
@safe struct EventRegistration: Sendable {
    /// The C function that registers, for the statistics.
    let name: String
    /// Answers with the registration's number, or a negative one when it failed.
    let register: @Sendable (_ connection: OpaquePointer, _ buffer: UnsafeMutableRawPointer) -> Int32
    let deregister: @Sendable (_ connection: OpaquePointer, _ registration: Int32) -> Void

    @safe init(
        _ name: String,
        register: @escaping @Sendable (OpaquePointer, UnsafeMutableRawPointer) -> Int32,
        deregister: @escaping @Sendable (OpaquePointer, Int32) -> Void
    ) {
        self.name = name
        unsafe self.register = unsafe register
        unsafe self.deregister = unsafe deregister
    }
}

/// libvirt's free callback: the one place where a registered buffer is released.
func releaseBuffer(_ buffer: UnsafeMutableRawPointer?) {
    guard let buffer = unsafe buffer else { return }
    unsafe Unmanaged<AnyObject>.fromOpaque(buffer).release()
}

/// Passes an event on to the buffer behind libvirt's opaque pointer.
func send<Event: Sendable>(_ event: Event?, to buffer: UnsafeMutableRawPointer?) {
    guard let event, let buffer = unsafe buffer else { return }
    unsafe Unmanaged<EventBuffer<Event>>.fromOpaque(buffer).takeUnretainedValue().send(event)
}

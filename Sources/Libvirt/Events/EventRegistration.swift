internal import CLibvirt

/// How one kind of event is registered with libvirt, and deregistered.
///
/// Safety: the opaque pointer that `register` passes on is a retained `EventChannel`; libvirt releases it by
/// `releaseObject` when it will not call back any more. A registration that failed has not taken it over.
@safe struct EventRegistration: Sendable {
    /// The C function that registers, for the statistics.
    let name: String
    /// The same for those that libvirt takes for the same.
    let key: String
    /// Answers with the registration's number, or a negative one when it failed.
    let register: @Sendable (_ connection: OpaquePointer, _ channel: UnsafeMutableRawPointer) -> Int32
    let deregister: @Sendable (_ connection: OpaquePointer, _ registration: Int32) -> Void

    @safe init(
        _ name: String, key: String,
        register: @escaping @Sendable (OpaquePointer, UnsafeMutableRawPointer) -> Int32,
        deregister: @escaping @Sendable (OpaquePointer, Int32) -> Void
    ) {
        self.name = name
        self.key = key
        unsafe self.register = unsafe register
        unsafe self.deregister = unsafe deregister
    }
}

/// libvirt's free callback: the one place where an object that was passed as opaque pointer is released.
func releaseObject(_ object: UnsafeMutableRawPointer?) {
    guard let object = unsafe object else { return }
    unsafe Unmanaged<AnyObject>.fromOpaque(object).release()
}

/// Passes an event on to the channel behind libvirt's opaque pointer.
func send<Event: Sendable>(_ event: Event?, to channel: UnsafeMutableRawPointer?) {
    guard let event, let channel = unsafe channel else { return }
    unsafe Unmanaged<EventChannel<Event>>.fromOpaque(channel).takeUnretainedValue().send(event)
}

internal import CLibvirt
import Synchronization

/// A connection's registrations for events of one sort.
///
/// libvirt refuses to register one callback twice for the same events of a connection, so all who listen to the same share
/// one registration, which is ended when the last of them has gone.
final class EventRegistry<Event: Sendable>: Sendable {
    private struct Registered {
        let channel: EventChannel<Event>
        let number: Int32
    }

    /// Held during libvirt's calls, so that the end of a registration and the beginning of the next do not overlap. It is
    /// taken on blocking threads only, never by the thread that delivers events.
    private let registered = Mutex<[String: Registered]>([:])

    /// Has the events of all `registrations`, or of none of them when one fails, put into `buffer`. Runs on a blocking
    /// thread.
    ///
    /// - Parameter beforeCall: is told the name of each libvirt call before it is made.
    func add(
        _ buffer: EventBuffer<Event>, as listener: UInt64, to registrations: [EventRegistration], of handle: Handle,
        beforeCall: (String) -> Void
    ) throws(LibvirtError) {
        try registered.withLock { registered throws(LibvirtError) in
            for (index, registration) in registrations.enumerated() {
                if let known = registered[registration.key] {
                    known.channel.add(buffer, listener)
                    continue
                }
                let channel = EventChannel<Event>()
                channel.add(buffer, listener)
                let box = unsafe Unmanaged.passRetained(channel)
                beforeCall(registration.name)
                let number = unsafe registration.register(handle.pointer, box.toOpaque())
                guard number >= 0 else {
                    let error = LibvirtError.takeLast()
                    unsafe box.release()
                    Self.remove(listener, registrations.prefix(index), &registered, handle)
                    throw error
                }
                registered[registration.key] = Registered(channel: channel, number: number)
            }
        }
    }

    /// Takes back what `add` did. Runs on a blocking thread.
    func remove(_ listener: UInt64, from registrations: [EventRegistration], of handle: Handle) {
        registered.withLock { registered in
            Self.remove(listener, registrations[...], &registered, handle)
        }
    }

    private static func remove(
        _ listener: UInt64, _ registrations: ArraySlice<EventRegistration>, _ registered: inout [String: Registered],
        _ handle: Handle
    ) {
        for registration in registrations {
            guard let known = registered[registration.key] else { continue }
            known.channel.remove(listener)
            guard known.channel.isEmpty else { continue }
            registered[registration.key] = nil
            unsafe registration.deregister(handle.pointer, known.number)
            // Nothing is to be done about a connection that is lost already.
            virResetLastError()
        }
    }
}

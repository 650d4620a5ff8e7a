internal import CLibvirt
import Glibc

extension Domain {
    /// A thread of the emulator that serves disks.
    public struct IOThread: Hashable, Sendable {
        public let id: UInt32
        /// Processors of the host that it is bound to.
        public let cpus: CPUMap
    }

    /// The threads that serve disks.
    ///
    /// Maps to `virDomainGetIOThreadInfo`.
    public func ioThreads(impact: Impact = []) async throws(LibvirtError) -> [IOThread] {
        try await blocking("virDomainGetIOThreadInfo") { domain throws(LibvirtError) in
            var list: UnsafeMutablePointer<virDomainIOThreadInfoPtr?>?
            let count = unsafe try check(virDomainGetIOThreadInfo(domain, &list, impact.rawValue))
            guard let list = unsafe list else { return [] }
            defer { unsafe Glibc.free(list) }
            var threads: [IOThread] = []
            for index in 0..<Int(count) {
                guard let info = unsafe list[index] else { continue }
                threads.append(
                    unsafe IOThread(
                        id: info.pointee.iothread_id,
                        cpus: CPUMap(copying: info.pointee.cpumap, byteCount: Int(info.pointee.cpumaplen))))
                unsafe virDomainIOThreadInfoFree(info)
            }
            return threads
        }
    }

    /// Adds a thread that serves disks.
    ///
    /// Maps to `virDomainAddIOThread`.
    public func addIOThread(_ id: UInt32, impact: Impact = []) async throws(LibvirtError) {
        try await call("virDomainAddIOThread") { unsafe virDomainAddIOThread($0, id, impact.rawValue) }
    }

    /// Removes a thread that serves no disk.
    ///
    /// Maps to `virDomainDelIOThread`.
    public func removeIOThread(_ id: UInt32, impact: Impact = []) async throws(LibvirtError) {
        try await call("virDomainDelIOThread") { unsafe virDomainDelIOThread($0, id, impact.rawValue) }
    }

    /// Binds a thread that serves disks to processors of the host.
    ///
    /// Maps to `virDomainPinIOThread`.
    public func pinIOThread(_ id: UInt32, to map: CPUMap, impact: Impact = []) async throws(LibvirtError) {
        try await call("virDomainPinIOThread") { domain in
            var bytes = map.bytes
            return unsafe virDomainPinIOThread(domain, id, &bytes, Int32(bytes.count), impact.rawValue)
        }
    }

    /// Sets how a thread that serves disks polls.
    ///
    /// Maps to `virDomainSetIOThreadParams`.
    public func setIOThreadParameters(
        _ id: UInt32, _ parameters: TypedParameters, impact: Impact = []
    ) async throws(LibvirtError) {
        try await call("virDomainSetIOThreadParams", with: parameters) {
            unsafe virDomainSetIOThreadParams($0, id, $1, $2, impact.rawValue)
        }
    }
}

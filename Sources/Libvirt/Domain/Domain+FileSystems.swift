internal import CLibvirt
import Glibc

// Done by the guest's agent; throws as the rest of what it does.

extension Domain {
    /// A file system that is mounted in the guest.
    public struct FileSystem: Hashable, Sendable {
        public let mountPoint: String
        /// The device's name in the guest.
        public let name: String
        /// Such as `ext4`.
        public let type: String
        /// Targets of the disks that it lies on.
        public let devices: [String]
    }

    /// The file systems that are mounted in the guest.
    ///
    /// Maps to `virDomainGetFSInfo`.
    public func fileSystems() async throws(LibvirtError) -> [FileSystem] {
        try await blocking("virDomainGetFSInfo") { domain throws(LibvirtError) in
            var list: UnsafeMutablePointer<virDomainFSInfoPtr?>?
            let count = unsafe try check(virDomainGetFSInfo(domain, &list, 0))
            guard let list = unsafe list else { return [] }
            defer { unsafe Glibc.free(list) }
            var result: [FileSystem] = []
            for index in 0..<Int(count) {
                guard let info = unsafe list[index] else { continue }
                let devices = unsafe (0..<Int(info.pointee.ndevAlias)).compactMap { device in
                    unsafe info.pointee.devAlias.flatMap { unsafe copyString($0[device]) }
                }
                result.append(
                    unsafe FileSystem(
                        mountPoint: copyString(info.pointee.mountpoint) ?? "",
                        name: copyString(info.pointee.name) ?? "", type: copyString(info.pointee.fstype) ?? "",
                        devices: devices))
                unsafe virDomainFSInfoFree(info)
            }
            return result
        }
    }

    /// Has the guest write everything out and hold further writing.
    ///
    /// Maps to `virDomainFSFreeze`.
    ///
    /// - Parameter mountPoints: empty for all.
    /// - Returns: number of file systems that were frozen.
    @discardableResult
    public func freezeFileSystems(_ mountPoints: [String] = []) async throws(LibvirtError) -> Int {
        Int(
            try await call("virDomainFSFreeze", texts: mountPoints) { domain in
                unsafe withCStrings(mountPoints) {
                    unsafe virDomainFSFreeze(domain, $0, UInt32(mountPoints.count), 0)
                }
            })
    }

    /// Has the guest go on writing.
    ///
    /// Maps to `virDomainFSThaw`.
    ///
    /// - Parameter mountPoints: empty for all.
    /// - Returns: number of file systems that were thawed.
    @discardableResult
    public func thawFileSystems(_ mountPoints: [String] = []) async throws(LibvirtError) -> Int {
        Int(
            try await call("virDomainFSThaw", texts: mountPoints) { domain in
                unsafe withCStrings(mountPoints) {
                    unsafe virDomainFSThaw(domain, $0, UInt32(mountPoints.count), 0)
                }
            })
    }

    /// Has the guest tell the host which blocks its file systems do not use.
    ///
    /// Maps to `virDomainFSTrim`.
    ///
    /// - Parameters:
    ///   - mountPoint: nil for all.
    ///   - minimum: length of the shortest run of free blocks to tell, in bytes.
    public func trimFileSystems(
        mountPoint: String? = nil, minimum: UInt64 = 0
    ) async throws(LibvirtError) {
        try await call("virDomainFSTrim", texts: [mountPoint]) { unsafe virDomainFSTrim($0, mountPoint, minimum, 0) }
    }
}

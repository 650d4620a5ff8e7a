internal import CLibvirt

// A migration runs on the connections for long work. While it does, `jobStatistics()` and `abortJob()` on the domain's own
// connection tell how far it is and end it.

extension Domain {
    /// Migrates to a host that this program is connected to, and leads the migration itself.
    ///
    /// Maps to `virDomainMigrate3` (`virDomainMigrate` and `virDomainMigrate2` do the same with fewer choices).
    ///
    /// - Parameter parameters: by libvirt's names, such as `migrate_uri`, `destination_name`, `destination_xml`,
    ///   `bandwidth` in MiB per second, `migrate_disks`, which may occur more than once.
    /// - Returns: the domain on the other host.
    public func migrate(
        to destination: Connection, parameters: TypedParameters = [:], flags: MigrateFlags = .live
    ) async throws(LibvirtError) -> Domain {
        let target = try await destination.longWork().openHandle()
        let source = try await onLongWork()
        let calls = try destination.openHandle().calls
        let uuid = try await source.blocking("virDomainMigrate3") { domain throws(LibvirtError) in
            try parameters.withC { (list, count) throws(LibvirtError) in
                let migrated = unsafe try check(
                    virDomainMigrate3(domain, target.pointer, list, UInt32(count), flags.rawValue))
                return unsafe Domain(adopting: migrated, connection: destination, calls: calls).uuid
            }
        }
        return try await destination.domain(uuid: uuid)
    }

    /// Has the host migrate the domain to another one, which it connects to itself.
    ///
    /// Maps to `virDomainMigrateToURI3` (`virDomainMigrateToURI` and `virDomainMigrateToURI2` do the same with fewer
    /// choices).
    ///
    /// - Parameters:
    ///   - uri: of the other host's libvirt, as this host reaches it; nil when the hypervisor migrates by itself.
    ///   - parameters: by libvirt's names, as in `migrate(to:parameters:flags:)`.
    public func migrate(
        toURI uri: String?, parameters: TypedParameters = [:], flags: MigrateFlags = [.live, .peerToPeer]
    ) async throws(LibvirtError) {
        try await onLongWork().call("virDomainMigrateToURI3", with: parameters, texts: [uri]) {
            unsafe virDomainMigrateToURI3($0, uri, $1, UInt32($2), flags.rawValue)
        }
    }

    /// Lets the guest run on the other host at once and fetch its memory from there, for a migration with `.postcopy`.
    ///
    /// Maps to `virDomainMigrateStartPostCopy`.
    public func startPostCopy() async throws(LibvirtError) {
        try await call("virDomainMigrateStartPostCopy") { unsafe virDomainMigrateStartPostCopy($0, 0) }
    }

    /// How long the guest may stand still at the end of a migration, in milliseconds.
    ///
    /// Maps to `virDomainMigrateGetMaxDowntime`.
    public func maximumDowntime() async throws(LibvirtError) -> UInt64 {
        try await blocking("virDomainMigrateGetMaxDowntime") { domain throws(LibvirtError) in
            var milliseconds: UInt64 = 0
            unsafe try check(virDomainMigrateGetMaxDowntime(domain, &milliseconds, 0))
            return milliseconds
        }
    }

    /// Sets how long the guest may stand still at the end of a migration.
    ///
    /// Maps to `virDomainMigrateSetMaxDowntime`.
    public func setMaximumDowntime(milliseconds: UInt64) async throws(LibvirtError) {
        try await call("virDomainMigrateSetMaxDowntime") {
            unsafe virDomainMigrateSetMaxDowntime($0, milliseconds, 0)
        }
    }

    /// The limit of a migration's bandwidth, in MiB per second.
    ///
    /// Maps to `virDomainMigrateGetMaxSpeed`.
    public func maximumMigrationBandwidth(postcopy: Bool = false) async throws(LibvirtError) -> UInt64 {
        let flags = postcopy ? VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY.rawValue : 0
        return try await blocking("virDomainMigrateGetMaxSpeed") { domain throws(LibvirtError) in
            var bandwidth: CUnsignedLong = 0
            unsafe try check(virDomainMigrateGetMaxSpeed(domain, &bandwidth, flags))
            return UInt64(bandwidth)
        }
    }

    /// Limits a migration's bandwidth, also while it runs.
    ///
    /// Maps to `virDomainMigrateSetMaxSpeed`.
    ///
    /// - Parameter bandwidth: in MiB per second.
    public func setMaximumMigrationBandwidth(
        _ bandwidth: UInt64, postcopy: Bool = false
    ) async throws(LibvirtError) {
        let flags = postcopy ? VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY.rawValue : 0
        try await call("virDomainMigrateSetMaxSpeed") {
            unsafe virDomainMigrateSetMaxSpeed($0, CUnsignedLong(bandwidth), flags)
        }
    }

    /// Size of the cache of a compressed migration, in bytes.
    ///
    /// Maps to `virDomainMigrateGetCompressionCache`.
    public func compressionCache() async throws(LibvirtError) -> UInt64 {
        try await blocking("virDomainMigrateGetCompressionCache") { domain throws(LibvirtError) in
            var size: UInt64 = 0
            unsafe try check(virDomainMigrateGetCompressionCache(domain, &size, 0))
            return size
        }
    }

    /// Sets the size of the cache of a compressed migration.
    ///
    /// Maps to `virDomainMigrateSetCompressionCache`.
    ///
    /// - Parameter size: in bytes.
    public func setCompressionCache(_ size: UInt64) async throws(LibvirtError) {
        try await call("virDomainMigrateSetCompressionCache") {
            unsafe virDomainMigrateSetCompressionCache($0, size, 0)
        }
    }
}

internal import CLibvirt

// Block jobs run in the hypervisor after the call that began them has returned; the event `.blockJob` tells their end. A
// bandwidth is in bytes per second, and 0 is no limit.

extension Domain {
    /// How far a block job has got. Its end is reached when the two numbers are equal.
    public struct BlockJobInfo: Hashable, Sendable {
        public let type: BlockJobType
        /// The limit, in bytes per second; 0 when there is none.
        public let bandwidth: UInt64
        public let current: UInt64
        public let end: UInt64
    }

    /// Copies a disk to another place, and keeps the copy up to date until the job is ended.
    ///
    /// Maps to `virDomainBlockCopy`.
    ///
    /// - Parameters:
    ///   - destination: a `<disk>` that says where to.
    ///   - parameters: `bandwidth` in bytes per second, `granularity` and `buf-size` in bytes.
    public func copyBlock(
        _ disk: String, to destination: String, parameters: TypedParameters = [:], flags: BlockCopyFlags = []
    ) async throws(LibvirtError) {
        try await call("virDomainBlockCopy", with: parameters, texts: [disk, destination]) {
            unsafe virDomainBlockCopy($0, disk, destination, $1, $2, flags.rawValue)
        }
    }

    /// Fills a disk from its backing chain, so that it stands alone.
    ///
    /// Maps to `virDomainBlockPull`.
    public func pullBlock(_ disk: String, bandwidth: UInt64 = 0) async throws(LibvirtError) {
        try await call("virDomainBlockPull", texts: [disk]) {
            unsafe virDomainBlockPull(
                $0, disk, CUnsignedLong(bandwidth), VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES.rawValue)
        }
    }

    /// Fills a disk from its backing chain down to `base`, or copies it.
    ///
    /// Maps to `virDomainBlockRebase`.
    ///
    /// - Parameter base: what stays below the disk, nil for nothing; with `.copy` the path of the copy.
    public func rebaseBlock(
        _ disk: String, onto base: String?, bandwidth: UInt64 = 0, flags: BlockRebaseFlags = []
    ) async throws(LibvirtError) {
        let all = flags.rawValue | VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES.rawValue
        try await call("virDomainBlockRebase", texts: [disk, base]) {
            unsafe virDomainBlockRebase($0, disk, base, CUnsignedLong(bandwidth), all)
        }
    }

    /// Writes what is in the upper part of a backing chain down into the lower one.
    ///
    /// Maps to `virDomainBlockCommit`.
    ///
    /// - Parameters:
    ///   - base: what is written to; nil for the lowest, or the next with `.shallow`.
    ///   - top: the highest that is written down; nil for the disk itself, with `.active`.
    public func commitBlock(
        _ disk: String, base: String? = nil, top: String? = nil, bandwidth: UInt64 = 0, flags: BlockCommitFlags = []
    ) async throws(LibvirtError) {
        let all = flags.rawValue | VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES.rawValue
        try await call("virDomainBlockCommit", texts: [disk, base, top]) {
            unsafe virDomainBlockCommit($0, disk, base, top, CUnsignedLong(bandwidth), all)
        }
    }

    /// How far a disk's job has got; nil when there is none.
    ///
    /// Maps to `virDomainGetBlockJobInfo`.
    public func blockJobInfo(_ disk: String) async throws(LibvirtError) -> BlockJobInfo? {
        try await blocking("virDomainGetBlockJobInfo", texts: [disk]) { domain throws(LibvirtError) in
            var info = virDomainBlockJobInfo()
            let found = unsafe try check(
                virDomainGetBlockJobInfo(domain, disk, &info, VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES.rawValue))
            guard found > 0 else { return nil }
            return BlockJobInfo(
                type: BlockJobType(rawValue: info.type), bandwidth: UInt64(info.bandwidth), current: info.cur,
                end: info.end)
        }
    }

    /// Limits a disk's job.
    ///
    /// Maps to `virDomainBlockJobSetSpeed`.
    public func setBlockJobBandwidth(_ disk: String, _ bandwidth: UInt64) async throws(LibvirtError) {
        try await call("virDomainBlockJobSetSpeed", texts: [disk]) {
            unsafe virDomainBlockJobSetSpeed(
                $0, disk, CUnsignedLong(bandwidth), VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES.rawValue)
        }
    }

    /// Ends a disk's job, or with `.pivot` lets the domain go on with what the job has made.
    ///
    /// Maps to `virDomainBlockJobAbort`.
    public func abortBlockJob(_ disk: String, flags: BlockJobAbortFlags = []) async throws(LibvirtError) {
        try await call("virDomainBlockJobAbort", texts: [disk]) {
            unsafe virDomainBlockJobAbort($0, disk, flags.rawValue)
        }
    }
}

internal import CLibvirt
import Glibc

// A disk is named by its target, such as `vda`, or by the path of its source.

extension Domain {
    /// Sizes of a disk, in bytes.
    public struct BlockInfo: Hashable, Sendable {
        /// What the guest sees.
        public let capacity: UInt64
        /// What the host has stored of it.
        public let allocation: UInt64
        /// The size of the file or device that holds it.
        public let physical: UInt64
    }

    /// What has been read from and written to a disk.
    public struct BlockStatistics: Hashable, Sendable {
        public let readRequests: Int64
        public let readBytes: Int64
        public let writeRequests: Int64
        public let writtenBytes: Int64
        /// Number of errors; -1 when the hypervisor does not count them.
        public let errors: Int64
    }

    /// Sizes of a disk.
    ///
    /// Maps to `virDomainGetBlockInfo`.
    public func blockInfo(_ disk: String) async throws(LibvirtError) -> BlockInfo {
        try await blocking("virDomainGetBlockInfo", texts: [disk]) { domain throws(LibvirtError) in
            var info = virDomainBlockInfo()
            unsafe try check(virDomainGetBlockInfo(domain, disk, &info, 0))
            return BlockInfo(capacity: info.capacity, allocation: info.allocation, physical: info.physical)
        }
    }

    /// What has been read from and written to a disk of the running domain.
    ///
    /// Maps to `virDomainBlockStats`.
    ///
    /// - Parameter disk: empty for all together.
    public func blockStatistics(_ disk: String) async throws(LibvirtError) -> BlockStatistics {
        try await blocking("virDomainBlockStats", texts: [disk]) { domain throws(LibvirtError) in
            var figures = virDomainBlockStatsStruct()
            unsafe try check(
                virDomainBlockStats(domain, disk, &figures, MemoryLayout<virDomainBlockStatsStruct>.size))
            return BlockStatistics(
                readRequests: figures.rd_req, readBytes: figures.rd_bytes, writeRequests: figures.wr_req,
                writtenBytes: figures.wr_bytes, errors: figures.errs)
        }
    }

    /// What has been read from and written to a disk of the running domain, with times.
    ///
    /// Maps to `virDomainBlockStatsFlags`.
    public func blockParameters(_ disk: String) async throws(LibvirtError) -> TypedParameters {
        try await callToFillParameters("virDomainBlockStatsFlags", texts: [disk]) {
            unsafe virDomainBlockStatsFlags($0, disk, $1, $2, 0)
        }
    }

    /// Disks of the running domain that have failed.
    ///
    /// Maps to `virDomainGetDiskErrors`.
    public func diskErrors() async throws(LibvirtError) -> [String: DiskErrorCode] {
        try await blocking("virDomainGetDiskErrors") { domain throws(LibvirtError) in
            let capacity = unsafe try check(virDomainGetDiskErrors(domain, nil, 0, 0))
            guard capacity > 0 else { return [:] }
            self.connection.statistics.count("virDomainGetDiskErrors")
            let failures = virDomainDiskErrorPtr.allocate(capacity: Int(capacity))
            unsafe failures.initialize(repeating: virDomainDiskError(), count: Int(capacity))
            defer { unsafe failures.deallocate() }
            let count = unsafe try check(virDomainGetDiskErrors(domain, failures, UInt32(capacity), 0))
            var codes: [String: DiskErrorCode] = [:]
            for index in 0..<Int(min(count, capacity)) {
                guard let disk = unsafe takeOptionalString(failures[index].disk) else { continue }
                codes[disk] = unsafe DiskErrorCode(rawValue: failures[index].error)
            }
            return codes
        }
    }

    /// Changes the size of a disk of the running domain. A smaller size destroys what lies beyond it.
    ///
    /// Maps to `virDomainBlockResize`.
    ///
    /// - Parameter size: in bytes.
    public func resizeBlock(_ disk: String, to size: UInt64) async throws(LibvirtError) {
        try await call("virDomainBlockResize", texts: [disk]) {
            unsafe virDomainBlockResize($0, disk, size, VIR_DOMAIN_BLOCK_RESIZE_BYTES.rawValue)
        }
    }

    /// Reads from a disk of the running domain.
    ///
    /// Maps to `virDomainBlockPeek`.
    ///
    /// - Parameter count: in bytes; libvirt transfers at most 4 MiB at once.
    public func peekBlock(_ disk: String, at offset: UInt64, count: Int) async throws(LibvirtError) -> [UInt8] {
        let count = try boundedPeek(count)
        return try await blocking("virDomainBlockPeek", texts: [disk]) { domain throws(LibvirtError) in
            var bytes = [UInt8](repeating: 0, count: count)
            unsafe try check(virDomainBlockPeek(domain, disk, offset, count, &bytes, 0))
            return bytes
        }
    }

    /// Has the event `.blockThresholdExceeded` sent once, when writing goes beyond that place.
    ///
    /// Maps to `virDomainSetBlockThreshold`.
    ///
    /// - Parameters:
    ///   - device: a target, or one of its backing chain such as `vda[1]`.
    ///   - threshold: in bytes.
    public func setBlockThreshold(_ device: String, at threshold: UInt64) async throws(LibvirtError) {
        try await call("virDomainSetBlockThreshold", texts: [device]) {
            unsafe virDomainSetBlockThreshold($0, device, threshold, 0)
        }
    }

    /// Limits of a disk's throughput.
    ///
    /// Maps to `virDomainGetBlockIoTune`.
    public func blockIOTune(_ disk: String, impact: Impact = []) async throws(LibvirtError) -> TypedParameters {
        try await callToFillParameters("virDomainGetBlockIoTune", texts: [disk]) {
            unsafe virDomainGetBlockIoTune($0, disk, $1, $2, impact.rawValue)
        }
    }

    /// Sets limits of a disk's throughput.
    ///
    /// Maps to `virDomainSetBlockIoTune`.
    public func setBlockIOTune(
        _ disk: String, _ parameters: TypedParameters, impact: Impact = []
    ) async throws(LibvirtError) {
        try await call("virDomainSetBlockIoTune", with: parameters, texts: [disk]) {
            unsafe virDomainSetBlockIoTune($0, disk, $1, $2, impact.rawValue)
        }
    }
}

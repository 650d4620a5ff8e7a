internal import CLibvirt

extension Domain {
    /// A long job of a domain: a migration, saving, dumping, a backup.
    public struct JobStatistics: Hashable, Sendable {
        public let type: JobType
        /// Everything that the hypervisor tells about it, by libvirt's names.
        public let parameters: TypedParameters

        /// What the job does.
        public var operation: JobOperation? {
            parameters.signed("operation").flatMap { Int32(exactly: $0) }.map(JobOperation.init(rawValue:))
        }
        /// Milliseconds since it began.
        public var timeElapsed: UInt64? { parameters.unsigned("time_elapsed") }
        /// Milliseconds that it is expected to take from now on.
        public var timeRemaining: UInt64? { parameters.unsigned("time_remaining") }
        /// Bytes in all. A migration may transfer more, when the guest writes meanwhile.
        public var dataTotal: UInt64? { parameters.unsigned("data_total") }
        /// Bytes that are done.
        public var dataProcessed: UInt64? { parameters.unsigned("data_processed") }
        /// Bytes that are left.
        public var dataRemaining: UInt64? { parameters.unsigned("data_remaining") }
        /// Why it failed.
        public var errorMessage: String? { parameters.string("errmsg") }
    }

    /// The job that runs, or with `.completed` the last one that ended. Without any the type is `.none`.
    ///
    /// Maps to `virDomainGetJobStats` (`virDomainGetJobInfo` tells less of the same).
    public func jobStatistics(_ flags: JobStatisticsFlags = []) async throws(LibvirtError) -> JobStatistics {
        try await blocking("virDomainGetJobStats") { domain throws(LibvirtError) in
            var type: Int32 = 0
            var parameters: virTypedParameterPtr?
            var count: Int32 = 0
            unsafe try check(virDomainGetJobStats(domain, &type, &parameters, &count, flags.rawValue))
            return unsafe JobStatistics(
                type: JobType(rawValue: type), parameters: TypedParameters(taking: parameters, count: Int(count)))
        }
    }

    /// Ends the job that runs. The call that waits for it throws `.operationAborted`.
    ///
    /// Maps to `virDomainAbortJobFlags` (`virDomainAbortJob` does the same with fewer choices).
    ///
    /// - Throws: `.operationInvalid` when there is no job.
    public func abortJob(_ flags: AbortJobFlags = []) async throws(LibvirtError) {
        try await call("virDomainAbortJobFlags") { unsafe virDomainAbortJobFlags($0, flags.rawValue) }
    }

    /// Begins to write the domain's disks, as they are now, to other places or to offer them over NBD. The job runs until
    /// it is done or `abortJob()` ends it.
    ///
    /// Maps to `virDomainBackupBegin`.
    ///
    /// - Parameters:
    ///   - xml: a `<domainbackup>`.
    ///   - checkpoint: a `<domaincheckpoint>` to make at the same moment.
    public func beginBackup(
        xml: String, checkpoint: String? = nil, flags: BackupFlags = []
    ) async throws(LibvirtError) {
        try await call("virDomainBackupBegin", texts: [xml, checkpoint]) {
            unsafe virDomainBackupBegin($0, xml, checkpoint, flags.rawValue)
        }
    }

    /// The description of the backup that runs.
    ///
    /// Maps to `virDomainBackupGetXMLDesc`.
    ///
    /// - Throws: `.noDomainBackup` when there is none.
    public func backupXML() async throws(LibvirtError) -> String {
        try await callForString("virDomainBackupGetXMLDesc") { unsafe virDomainBackupGetXMLDesc($0, 0) }
    }
}

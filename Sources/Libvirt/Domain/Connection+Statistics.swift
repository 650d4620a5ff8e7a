internal import CLibvirt

extension Connection {
    /// Statistics of all domains that the flags admit. One call, however many there are.
    ///
    /// Maps to `virConnectGetAllDomainStats`.
    ///
    /// - Parameter groups: what to count; the fewer, the cheaper.
    public func domainStatistics(
        _ groups: Domain.StatisticsGroups = [], flags: Domain.StatisticsFlags = []
    ) async throws(LibvirtError) -> [DomainStatistics] {
        try await blocking("virConnectGetAllDomainStats") { connection throws(LibvirtError) in
            try takeStatistics { records in
                unsafe virConnectGetAllDomainStats(connection, groups.rawValue, records, flags.rawValue)
            }
        }
    }

    /// Statistics of some domains. One call, however many there are.
    ///
    /// Maps to `virDomainListGetStats`.
    ///
    /// - Parameter domains: of this connection.
    public func statistics(
        of domains: [Domain], _ groups: Domain.StatisticsGroups = [], flags: Domain.StatisticsFlags = []
    ) async throws(LibvirtError) -> [DomainStatistics] {
        if domains.isEmpty { return [] }
        return try await blocking("virDomainListGetStats") { _ throws(LibvirtError) in
            var pointers: [OpaquePointer?] = unsafe domains.map { unsafe $0.handle.pointer } + [nil]
            return try withExtendedLifetime(domains) { () throws(LibvirtError) in
                try takeStatistics { records in
                    unsafe virDomainListGetStats(&pointers, groups.rawValue, records, flags.rawValue)
                }
            }
        }
    }
}

/// Makes a call that hands out statistics, and copies and frees them.
@safe private func takeStatistics(
    _ read: (UnsafeMutablePointer<UnsafeMutablePointer<virDomainStatsRecordPtr?>?>) -> Int32
) throws(LibvirtError) -> [DomainStatistics] {
    var records: UnsafeMutablePointer<virDomainStatsRecordPtr?>?
    let count = try check(unsafe read(&records))
    guard let records = unsafe records else { return [] }
    defer { unsafe virDomainStatsRecordListFree(records) }
    return (0..<Int(count)).compactMap { index in
        guard let record = unsafe records[index], let domain = unsafe DomainReference(record.pointee.dom) else {
            return nil
        }
        return unsafe DomainStatistics(
            domain: domain,
            parameters: TypedParameters(copying: record.pointee.params, count: Int(record.pointee.nparams)))
    }
}

internal import CLibvirt

extension Domain {
    /// The host's scheduler, such as `posix`.
    ///
    /// Maps to `virDomainGetSchedulerType`.
    public func schedulerType() async throws(LibvirtError) -> String {
        try await callForString("virDomainGetSchedulerType") { unsafe virDomainGetSchedulerType($0, nil) }
    }

    /// Shares and limits of processor time.
    ///
    /// Maps to `virDomainGetSchedulerParametersFlags` (`virDomainGetSchedulerParameters` does the same with fewer choices).
    public func schedulerParameters(impact: Impact = []) async throws(LibvirtError) -> TypedParameters {
        // Unlike its fellows, it tells the number of parameters by another function.
        let statistics = connection.statistics
        return try await blocking("virDomainGetSchedulerType") { domain throws(LibvirtError) in
            try TypedParameters { parameters, count in
                guard let parameters = unsafe parameters else {
                    guard unsafe takeOptionalString(virDomainGetSchedulerType(domain, count)) != nil else { return -1 }
                    return 0
                }
                statistics.count("virDomainGetSchedulerParametersFlags")
                return unsafe virDomainGetSchedulerParametersFlags(domain, parameters, count, impact.rawValue)
            }
        }
    }

    /// Sets shares and limits of processor time.
    ///
    /// Maps to `virDomainSetSchedulerParametersFlags` (`virDomainSetSchedulerParameters` does the same with fewer choices).
    public func setSchedulerParameters(
        _ parameters: TypedParameters, impact: Impact = []
    ) async throws(LibvirtError) {
        try await call("virDomainSetSchedulerParametersFlags", with: parameters) {
            unsafe virDomainSetSchedulerParametersFlags($0, $1, $2, impact.rawValue)
        }
    }

    /// Shares and limits of disk throughput for the domain as a whole.
    ///
    /// Maps to `virDomainGetBlkioParameters`.
    public func blkioParameters(impact: Impact = []) async throws(LibvirtError) -> TypedParameters {
        try await callToFillParameters("virDomainGetBlkioParameters") {
            unsafe virDomainGetBlkioParameters($0, $1, $2, impact.rawValue)
        }
    }

    /// Sets shares and limits of disk throughput for the domain as a whole.
    ///
    /// Maps to `virDomainSetBlkioParameters`.
    public func setBlkioParameters(
        _ parameters: TypedParameters, impact: Impact = []
    ) async throws(LibvirtError) {
        try await call("virDomainSetBlkioParameters", with: parameters) {
            unsafe virDomainSetBlkioParameters($0, $1, $2, impact.rawValue)
        }
    }

    /// Which performance events are counted.
    ///
    /// Maps to `virDomainGetPerfEvents`.
    public func perfEvents(impact: Impact = []) async throws(LibvirtError) -> TypedParameters {
        try await callForParameters("virDomainGetPerfEvents") {
            unsafe virDomainGetPerfEvents($0, $1, $2, impact.rawValue)
        }
    }

    /// Sets which performance events are counted.
    ///
    /// Maps to `virDomainSetPerfEvents`.
    public func setPerfEvents(_ parameters: TypedParameters, impact: Impact = []) async throws(LibvirtError) {
        try await call("virDomainSetPerfEvents", with: parameters) {
            unsafe virDomainSetPerfEvents($0, $1, $2, impact.rawValue)
        }
    }
}

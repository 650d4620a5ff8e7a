internal import CLibvirt

extension Connection {
    /// Names of the processor models that are known for an architecture.
    ///
    /// Maps to `virConnectGetCPUModelNames`.
    public func cpuModelNames(architecture: String) async throws(LibvirtError) -> [String] {
        try await callForStrings("virConnectGetCPUModelNames", texts: [architecture]) {
            unsafe virConnectGetCPUModelNames($0, architecture, $1, 0)
        }
    }

    /// The best processor that all of the given ones can stand in for, as XML.
    ///
    /// Maps to `virConnectBaselineCPU`.
    ///
    /// - Parameter cpus: descriptions, as in the capabilities of several hosts.
    public func baselineCPU(
        of cpus: [String], flags: BaselineCPUFlags = []
    ) async throws(LibvirtError) -> String {
        try await callForString("virConnectBaselineCPU", texts: cpus) { connection in
            unsafe withCStrings(cpus) {
                unsafe virConnectBaselineCPU(connection, $0, UInt32(cpus.count), flags.rawValue)
            }
        }
    }

    /// The best processor that all of the given ones can stand in for with that hypervisor, as XML.
    ///
    /// Maps to `virConnectBaselineHypervisorCPU`.
    public func baselineHypervisorCPU(
        of cpus: [String], emulator: String? = nil, architecture: String? = nil, machine: String? = nil,
        virtualizationType: String? = nil, flags: BaselineCPUFlags = []
    ) async throws(LibvirtError) -> String {
        try await callForString(
            "virConnectBaselineHypervisorCPU", texts: cpus + [emulator, architecture, machine, virtualizationType]
        ) { connection in
            unsafe withCStrings(cpus) {
                unsafe virConnectBaselineHypervisorCPU(
                    connection, emulator, architecture, machine, virtualizationType, $0, UInt32(cpus.count),
                    flags.rawValue)
            }
        }
    }

    /// How a processor compares with that of the host.
    ///
    /// Maps to `virConnectCompareCPU`.
    ///
    /// - Throws: `.cpuIncompatible` with the reason, when the flags ask for it.
    public func compareCPU(_ xml: String, flags: CompareCPUFlags = []) async throws(LibvirtError) -> CPUComparison {
        CPUComparison(
            rawValue: try await call("virConnectCompareCPU", texts: [xml]) {
                unsafe virConnectCompareCPU($0, xml, flags.rawValue)
            })
    }

    /// How a processor compares with what that hypervisor can provide.
    ///
    /// Maps to `virConnectCompareHypervisorCPU`.
    public func compareHypervisorCPU(
        _ xml: String, emulator: String? = nil, architecture: String? = nil, machine: String? = nil,
        virtualizationType: String? = nil, flags: CompareCPUFlags = []
    ) async throws(LibvirtError) -> CPUComparison {
        CPUComparison(
            rawValue: try await call(
                "virConnectCompareHypervisorCPU", texts: [xml, emulator, architecture, machine, virtualizationType]
            ) {
                unsafe virConnectCompareHypervisorCPU(
                    $0, emulator, architecture, machine, virtualizationType, xml, flags.rawValue)
            })
    }
}

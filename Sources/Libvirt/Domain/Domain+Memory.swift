internal import CLibvirt

extension Domain {
    /// The most memory that the domain can have, in KiB.
    ///
    /// Maps to `virDomainGetMaxMemory`.
    public func maximumMemory() async throws(LibvirtError) -> UInt64 {
        try await blocking("virDomainGetMaxMemory") { domain throws(LibvirtError) in
            let memory = unsafe virDomainGetMaxMemory(domain)
            guard memory > 0 else { throw LibvirtError.takeLast() }
            return UInt64(memory)
        }
    }

    /// Sets the domain's memory or, with `.maximum`, the most that it can have.
    ///
    /// Maps to `virDomainSetMemoryFlags` (`virDomainSetMemory` and `virDomainSetMaxMemory` do the same with fewer
    /// choices).
    ///
    /// - Parameter memory: in KiB.
    public func setMemory(_ memory: UInt64, flags: MemoryFlags = []) async throws(LibvirtError) {
        try await call("virDomainSetMemoryFlags") {
            unsafe virDomainSetMemoryFlags($0, CUnsignedLong(memory), flags.rawValue)
        }
    }

    /// Sets how often the balloon driver is asked for figures.
    ///
    /// Maps to `virDomainSetMemoryStatsPeriod`.
    ///
    /// - Parameter seconds: 0 turns it off.
    public func setMemoryStatisticsPeriod(seconds: Int32, flags: MemoryFlags = []) async throws(LibvirtError) {
        try await call("virDomainSetMemoryStatsPeriod") {
            unsafe virDomainSetMemoryStatsPeriod($0, seconds, flags.rawValue)
        }
    }

    /// Figures about the guest's memory; which ones depends on the guest. Sizes are in KiB, times in seconds since 1970.
    ///
    /// Maps to `virDomainMemoryStats`.
    public func memoryStatistics() async throws(LibvirtError) -> [MemoryStatistic: UInt64] {
        try await blocking("virDomainMemoryStats") { domain throws(LibvirtError) in
            var figures = [virDomainMemoryStatStruct](repeating: .init(), count: 64)
            let count = unsafe try check(virDomainMemoryStats(domain, &figures, UInt32(figures.count), 0))
            return Dictionary(
                figures.prefix(Int(count)).map { (MemoryStatistic(rawValue: $0.tag), $0.val) }
            ) { first, _ in first }
        }
    }

    /// Limits of the domain's memory, in KiB.
    ///
    /// Maps to `virDomainGetMemoryParameters`.
    public func memoryParameters(impact: Impact = []) async throws(LibvirtError) -> TypedParameters {
        try await callToFillParameters("virDomainGetMemoryParameters") {
            unsafe virDomainGetMemoryParameters($0, $1, $2, impact.rawValue)
        }
    }

    /// Sets limits of the domain's memory, in KiB.
    ///
    /// Maps to `virDomainSetMemoryParameters`.
    public func setMemoryParameters(
        _ parameters: TypedParameters, impact: Impact = []
    ) async throws(LibvirtError) {
        try await call("virDomainSetMemoryParameters", with: parameters) {
            unsafe virDomainSetMemoryParameters($0, $1, $2, impact.rawValue)
        }
    }

    /// The domain's placement among NUMA nodes.
    ///
    /// Maps to `virDomainGetNumaParameters`.
    public func numaParameters(impact: Impact = []) async throws(LibvirtError) -> TypedParameters {
        try await callToFillParameters("virDomainGetNumaParameters") {
            unsafe virDomainGetNumaParameters($0, $1, $2, impact.rawValue)
        }
    }

    /// Sets the domain's placement among NUMA nodes.
    ///
    /// Maps to `virDomainSetNumaParameters`.
    public func setNumaParameters(
        _ parameters: TypedParameters, impact: Impact = []
    ) async throws(LibvirtError) {
        try await call("virDomainSetNumaParameters", with: parameters) {
            unsafe virDomainSetNumaParameters($0, $1, $2, impact.rawValue)
        }
    }

    /// Reads the guest's memory.
    ///
    /// Maps to `virDomainMemoryPeek`.
    ///
    /// - Parameter count: in bytes; libvirt transfers at most 4 MiB at once.
    public func peekMemory(
        at address: UInt64, count: Int, flags: PeekFlags
    ) async throws(LibvirtError) -> [UInt8] {
        try await blocking("virDomainMemoryPeek") { domain throws(LibvirtError) in
            var bytes = [UInt8](repeating: 0, count: try boundedPeek(count))
            unsafe try check(virDomainMemoryPeek(domain, address, bytes.count, &bytes, flags.rawValue))
            return bytes
        }
    }

    /// Starts to measure how fast the guest writes its memory; the result is in the statistics' group `.dirtyRate`.
    ///
    /// Maps to `virDomainStartDirtyRateCalc`.
    ///
    /// - Parameter seconds: how long to measure, 1 to 60.
    public func startDirtyRateCalculation(seconds: Int32, mode: DirtyRateMode = []) async throws(LibvirtError) {
        try await call("virDomainStartDirtyRateCalc") {
            unsafe virDomainStartDirtyRateCalc($0, seconds, mode.rawValue)
        }
    }
}

/// The size of a buffer to peek into, bounded by what libvirt transfers at once.
func boundedPeek(_ count: Int) throws(LibvirtError) -> Int {
    guard (0...4 << 20).contains(count) else {
        throw LibvirtError(code: .invalidArgument, message: "between 0 and 4194304 bytes can be read, not \(count)")
    }
    return count
}

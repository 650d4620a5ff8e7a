internal import CLibvirt
import Glibc

extension Connection {
    /// The host's processors and memory.
    ///
    /// Maps to `virNodeGetInfo`.
    public func nodeInfo() async throws(LibvirtError) -> NodeInfo {
        try await blocking("virNodeGetInfo") { connection throws(LibvirtError) in
            var info = virNodeInfo()
            unsafe try check(virNodeGetInfo(connection, &info))
            return NodeInfo(info)
        }
    }

    /// Time that the host's processors have spent since it started, in nanoseconds, by `user`, `kernel`, `idle`, `iowait`,
    /// or the share that is used, in percent, as `utilization`; which of them depends on the hypervisor.
    ///
    /// Maps to `virNodeGetCPUStats`.
    ///
    /// - Parameter cpu: number of one processor; nil for all together.
    public func nodeCPUStatistics(cpu: Int32? = nil) async throws(LibvirtError) -> [String: UInt64] {
        let cpu = cpu ?? Int32(VIR_NODE_CPU_STATS_ALL_CPUS.rawValue)
        return try await blocking("virNodeGetCPUStats") { connection throws(LibvirtError) in
            var count: Int32 = 0
            unsafe try check(virNodeGetCPUStats(connection, cpu, nil, &count, 0))
            self.statistics.count("virNodeGetCPUStats")
            var figures = [virNodeCPUStats](repeating: .init(), count: Int(count))
            unsafe try check(virNodeGetCPUStats(connection, cpu, &figures, &count, 0))
            return Dictionary(figures.prefix(Int(count)).map { (text(of: $0.field), $0.value) }) { first, _ in first }
        }
    }

    /// The host's memory in KiB, by `total`, `free`, `buffers`, `cached`.
    ///
    /// Maps to `virNodeGetMemoryStats`.
    ///
    /// - Parameter cell: number of one NUMA cell; nil for all together.
    public func nodeMemoryStatistics(cell: Int32? = nil) async throws(LibvirtError) -> [String: UInt64] {
        let cell = cell ?? Int32(VIR_NODE_MEMORY_STATS_ALL_CELLS.rawValue)
        return try await blocking("virNodeGetMemoryStats") { connection throws(LibvirtError) in
            var count: Int32 = 0
            unsafe try check(virNodeGetMemoryStats(connection, cell, nil, &count, 0))
            self.statistics.count("virNodeGetMemoryStats")
            var figures = [virNodeMemoryStats](repeating: .init(), count: Int(count))
            unsafe try check(virNodeGetMemoryStats(connection, cell, &figures, &count, 0))
            return Dictionary(figures.prefix(Int(count)).map { (text(of: $0.field), $0.value) }) { first, _ in first }
        }
    }

    /// The host's free memory, in bytes.
    ///
    /// Maps to `virNodeGetFreeMemory`.
    public func freeMemory() async throws(LibvirtError) -> UInt64 {
        try await blocking("virNodeGetFreeMemory") { connection throws(LibvirtError) in
            let memory = unsafe virNodeGetFreeMemory(connection)
            guard memory > 0 else { throw LibvirtError.takeLast() }
            return memory
        }
    }

    /// The free memory of NUMA cells, in bytes, from cell `first` on.
    ///
    /// Maps to `virNodeGetCellsFreeMemory`.
    ///
    /// - Parameter count: number of cells to ask for, up to 1024.
    public func cellsFreeMemory(first: Int32 = 0, count: Int32) async throws(LibvirtError) -> [UInt64] {
        let count = try bounded(count, 1...1024, "the number of cells")
        return try await blocking("virNodeGetCellsFreeMemory") { connection throws(LibvirtError) in
            var memory = [UInt64](repeating: 0, count: Int(count))
            let filled = unsafe try check(virNodeGetCellsFreeMemory(connection, &memory, first, count))
            return Array(memory.prefix(Int(filled)))
        }
    }

    /// Which of the host's processors are online.
    ///
    /// Maps to `virNodeGetCPUMap`.
    public func onlineCPUs() async throws(LibvirtError) -> CPUMap {
        try await blocking("virNodeGetCPUMap") { connection throws(LibvirtError) in
            var map: UnsafeMutablePointer<UInt8>?
            let count = unsafe try check(virNodeGetCPUMap(connection, &map, nil, 0))
            defer { unsafe Glibc.free(map) }
            return unsafe CPUMap(copying: map, byteCount: (Int(count) + 7) / 8)
        }
    }

    /// Number of free pages of each size in each of some NUMA cells.
    ///
    /// Maps to `virNodeGetFreePages`.
    ///
    /// - Parameters:
    ///   - sizes: page sizes in KiB, up to 64 of them.
    ///   - count: number of cells, up to 1024.
    /// - Returns: for each cell, the number for each size, in the order of `sizes`.
    public func freePages(
        sizes: [UInt32], firstCell: Int32 = 0, count: UInt32 = 1
    ) async throws(LibvirtError) -> [[UInt64]] {
        let count = try bounded(count, 1...1024, "the number of cells")
        let pages = try bounded(UInt32(clamping: sizes.count), 1...64, "the number of page sizes")
        return try await blocking("virNodeGetFreePages") { connection throws(LibvirtError) in
            var sizes = sizes
            var numbers = [UInt64](repeating: 0, count: Int(count * pages))
            let filled = unsafe try check(
                virNodeGetFreePages(connection, pages, &sizes, firstCell, count, &numbers, 0))
            return stride(from: 0, to: min(Int(filled), numbers.count), by: Int(pages)).map { start in
                Array(numbers[start..<min(start + Int(pages), numbers.count)])
            }
        }
    }

    /// Sets or raises the number of huge pages of NUMA cells.
    ///
    /// Maps to `virNodeAllocPages`.
    ///
    /// - Parameters:
    ///   - pages: number of pages by their size in KiB.
    ///   - firstCell: -1 spreads them over the host.
    ///   - set: sets the number; otherwise adds to what is there.
    public func allocatePages(
        _ pages: [UInt32: UInt64], firstCell: Int32 = -1, cells: UInt32 = 1, set: Bool = false
    ) async throws(LibvirtError) {
        let flags = set ? VIR_NODE_ALLOC_PAGES_SET.rawValue : 0
        try await call("virNodeAllocPages") { connection in
            var sizes = pages.keys.sorted()
            var counts = sizes.map { pages[$0] ?? 0 }
            return unsafe virNodeAllocPages(
                connection, UInt32(sizes.count), &sizes, &counts, firstCell, cells, flags)
        }
    }

    /// The host's settings of memory merging.
    ///
    /// Maps to `virNodeGetMemoryParameters`.
    public func nodeMemoryParameters() async throws(LibvirtError) -> TypedParameters {
        try await callToFillParameters("virNodeGetMemoryParameters") {
            unsafe virNodeGetMemoryParameters($0, $1, $2, 0)
        }
    }

    /// Changes the host's settings of memory merging.
    ///
    /// Maps to `virNodeSetMemoryParameters`.
    public func setNodeMemoryParameters(_ parameters: TypedParameters) async throws(LibvirtError) {
        try await call("virNodeSetMemoryParameters", with: parameters) {
            unsafe virNodeSetMemoryParameters($0, $1, $2, 0)
        }
    }

    /// What the host offers for AMD's encrypted guests.
    ///
    /// Maps to `virNodeGetSEVInfo`.
    public func sevInfo() async throws(LibvirtError) -> TypedParameters {
        try await callForParameters("virNodeGetSEVInfo") { unsafe virNodeGetSEVInfo($0, $1, $2, 0) }
    }

    /// The host's model of mandatory access control, such as `selinux` or `apparmor`, and its domain of interpretation.
    ///
    /// Maps to `virNodeGetSecurityModel`.
    public func securityModel() async throws(LibvirtError) -> (model: String, domainOfInterpretation: String) {
        try await blocking("virNodeGetSecurityModel") { connection throws(LibvirtError) in
            var model = virSecurityModel()
            unsafe try check(virNodeGetSecurityModel(connection, &model))
            return (text(of: model.model), text(of: model.doi))
        }
    }

    /// Puts the host to sleep.
    ///
    /// Maps to `virNodeSuspendForDuration`.
    ///
    /// - Parameter seconds: after which it wakes up; at least 60.
    public func suspendNode(_ target: SuspendTarget, seconds: UInt64) async throws(LibvirtError) {
        let target = UInt32(bitPattern: target.rawValue)
        try await call("virNodeSuspendForDuration") { unsafe virNodeSuspendForDuration($0, target, seconds, 0) }
    }
}

/// Passes on a number in its range. Bounds what is allocated before libvirt looks at the number.
func bounded<Number: FixedWidthInteger & Sendable>(
    _ number: Number, _ range: ClosedRange<Number>, _ what: String
) throws(LibvirtError) -> Number {
    guard range.contains(number) else {
        throw LibvirtError(
            code: .invalidArgument,
            message: "\(what) must be from \(range.lowerBound) to \(range.upperBound), not \(number)")
    }
    return number
}

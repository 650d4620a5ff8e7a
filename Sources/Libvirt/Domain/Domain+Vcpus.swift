internal import CLibvirt
import Glibc

extension Domain {
    /// What a virtual processor is doing.
    public struct VcpuInfo: Hashable, Sendable {
        public let number: UInt32
        public let state: VcpuState
        /// Processor time used so far, in nanoseconds.
        public let cpuTime: UInt64
        /// The host's processor that it runs on; nil when it does not run or libvirt cannot tell.
        public let cpu: Int32?
    }

    /// Number of virtual processors.
    ///
    /// Maps to `virDomainGetVcpusFlags` (`virDomainGetMaxVcpus` does the same with `.maximum`).
    public func vcpuCount(_ flags: VcpuFlags = []) async throws(LibvirtError) -> Int32 {
        try await call("virDomainGetVcpusFlags") { unsafe virDomainGetVcpusFlags($0, flags.rawValue) }
    }

    /// Sets the number of virtual processors.
    ///
    /// Maps to `virDomainSetVcpusFlags` (`virDomainSetVcpus` does the same with fewer choices).
    public func setVcpuCount(_ count: UInt32, flags: VcpuFlags = []) async throws(LibvirtError) {
        try await call("virDomainSetVcpusFlags") { unsafe virDomainSetVcpusFlags($0, count, flags.rawValue) }
    }

    /// What the running domain's virtual processors are doing.
    ///
    /// Maps to `virDomainGetVcpus`.
    public func vcpus() async throws(LibvirtError) -> [VcpuInfo] {
        try await blocking("virDomainGetVcpus") { domain throws(LibvirtError) in
            var info = virDomainInfo()
            unsafe try check(virDomainGetInfo(domain, &info))
            self.connection.statistics.count("virDomainGetInfo")
            var vcpus = [virVcpuInfo](repeating: .init(), count: max(1, Int(info.nrVirtCpu)))
            let count = unsafe try check(virDomainGetVcpus(domain, &vcpus, Int32(vcpus.count), nil, 0))
            return vcpus.prefix(Int(count)).map { vcpu in
                VcpuInfo(
                    number: vcpu.number, state: VcpuState(rawValue: vcpu.state), cpuTime: vcpu.cpuTime,
                    cpu: vcpu.cpu < 0 ? nil : vcpu.cpu)
            }
        }
    }

    /// Enables or disables single virtual processors.
    ///
    /// Maps to `virDomainSetVcpu`.
    ///
    /// - Parameter vcpus: numbers and ranges, such as `1,3-5`.
    public func setVcpus(_ vcpus: String, enabled: Bool, impact: Impact = []) async throws(LibvirtError) {
        try await call("virDomainSetVcpu", texts: [vcpus]) {
            unsafe virDomainSetVcpu($0, vcpus, enabled ? 1 : 0, impact.rawValue)
        }
    }

    /// Which processors the guest agent sees, and which of them it can turn off: `vcpus`, `online`, `offlinable`.
    ///
    /// Maps to `virDomainGetGuestVcpus`.
    public func guestVcpus() async throws(LibvirtError) -> TypedParameters {
        try await callForParameters("virDomainGetGuestVcpus") { domain, parameters, count in
            var unsigned: UInt32 = 0
            defer { unsafe count.pointee = Int32(clamping: unsigned) }
            return unsafe virDomainGetGuestVcpus(domain, parameters, &unsigned, 0)
        }
    }

    /// Has the guest agent turn processors on or off.
    ///
    /// Maps to `virDomainSetGuestVcpus`.
    ///
    /// - Parameter vcpus: numbers and ranges, such as `1,3-5`.
    public func setGuestVcpus(_ vcpus: String, online: Bool) async throws(LibvirtError) {
        try await call("virDomainSetGuestVcpus", texts: [vcpus]) {
            unsafe virDomainSetGuestVcpus($0, vcpus, online ? 1 : 0, 0)
        }
    }

    /// Binds a virtual processor to processors of the host.
    ///
    /// Maps to `virDomainPinVcpuFlags` (`virDomainPinVcpu` does the same with fewer choices).
    public func pinVcpu(_ vcpu: UInt32, to map: CPUMap, impact: Impact = []) async throws(LibvirtError) {
        try await call("virDomainPinVcpuFlags") { domain in
            var bytes = map.bytes
            return unsafe virDomainPinVcpuFlags(domain, vcpu, &bytes, Int32(bytes.count), impact.rawValue)
        }
    }

    /// Binds the emulator's own threads to processors of the host.
    ///
    /// Maps to `virDomainPinEmulator`.
    public func pinEmulator(to map: CPUMap, impact: Impact = []) async throws(LibvirtError) {
        try await call("virDomainPinEmulator") { domain in
            var bytes = map.bytes
            return unsafe virDomainPinEmulator(domain, &bytes, Int32(bytes.count), impact.rawValue)
        }
    }

    /// Which processors of the host each virtual one is bound to.
    ///
    /// Maps to `virDomainGetVcpuPinInfo`.
    ///
    /// - Parameters:
    ///   - vcpus: number of virtual processors to ask for, up to 4096.
    ///   - hostCPUs: number of processors of the host, up to 65536.
    public func vcpuPins(
        vcpus: Int32, hostCPUs: Int32, impact: Impact = []
    ) async throws(LibvirtError) -> [CPUMap] {
        let vcpus = try bounded(vcpus, 1...4096, "the number of virtual processors")
        let length = (try bounded(hostCPUs, 1...65_536, "the number of processors") + 7) / 8
        return try await blocking("virDomainGetVcpuPinInfo") { domain throws(LibvirtError) in
            var bytes = [UInt8](repeating: 0, count: Int(vcpus * length))
            let count = unsafe try check(
                virDomainGetVcpuPinInfo(domain, vcpus, &bytes, length, impact.rawValue))
            return unsafe bytes.withUnsafeBufferPointer { bytes in
                (0..<min(count, vcpus)).map { vcpu in
                    unsafe CPUMap(
                        copying: bytes.baseAddress.map { unsafe $0 + Int(vcpu * length) }, byteCount: Int(length))
                }
            }
        }
    }

    /// Which processors of the host the emulator's own threads are bound to.
    ///
    /// Maps to `virDomainGetEmulatorPinInfo`.
    ///
    /// - Parameter hostCPUs: number of processors of the host, up to 65536.
    public func emulatorPins(hostCPUs: Int32, impact: Impact = []) async throws(LibvirtError) -> CPUMap {
        let length = (try bounded(hostCPUs, 1...65_536, "the number of processors") + 7) / 8
        return try await blocking("virDomainGetEmulatorPinInfo") { domain throws(LibvirtError) in
            var bytes = [UInt8](repeating: 0, count: Int(length))
            unsafe try check(virDomainGetEmulatorPinInfo(domain, &bytes, length, impact.rawValue))
            return unsafe CPUMap(copying: bytes, byteCount: bytes.count)
        }
    }

    /// Processor time of the running domain: in total, or for each processor of the host.
    ///
    /// Maps to `virDomainGetCPUStats`.
    ///
    /// - Parameter cpus: processors of the host to ask for, at most 128 of them; nil for the total alone.
    public func cpuStatistics(cpus: Range<Int32>? = nil) async throws(LibvirtError) -> [TypedParameters] {
        let first = cpus?.lowerBound ?? -1
        let number = UInt32(try bounded(cpus?.count ?? 1, 1...128, "the number of processors"))
        return try await blocking("virDomainGetCPUStats") { domain throws(LibvirtError) in
            let width = unsafe try check(virDomainGetCPUStats(domain, nil, 0, first, 1, 0))
            guard width > 0 else { return [] }
            self.connection.statistics.count("virDomainGetCPUStats")
            let capacity = Int(width) * Int(number)
            let parameters = virTypedParameterPtr.allocate(capacity: capacity)
            unsafe parameters.initialize(repeating: virTypedParameter(), count: capacity)
            defer {
                unsafe virTypedParamsClear(parameters, Int32(capacity))
                unsafe parameters.deallocate()
            }
            let filled = unsafe try check(
                virDomainGetCPUStats(domain, parameters, UInt32(width), first, number, 0))
            return (0..<Int(number)).map { cpu in
                unsafe TypedParameters(copying: parameters + cpu * Int(width), count: min(Int(filled), Int(width)))
            }
        }
    }
}

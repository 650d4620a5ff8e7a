internal import CLibvirt
import Glibc

extension Domain {
    /// What has gone through a network interface.
    public struct InterfaceStatistics: Hashable, Sendable {
        public let receivedBytes: Int64
        public let receivedPackets: Int64
        public let receiveErrors: Int64
        public let receiveDrops: Int64
        public let sentBytes: Int64
        public let sentPackets: Int64
        public let sendErrors: Int64
        public let sendDrops: Int64
    }

    /// A network interface as the source of addresses knows it.
    public struct InterfaceAddresses: Hashable, Sendable {
        /// The name: on the host for leases and ARP, in the guest for its agent.
        public let name: String
        /// The hardware address; nil for those that have none, such as a loopback.
        public let hardwareAddress: String?
        public let addresses: [Address]
    }

    /// An IP address of a guest.
    public struct Address: Hashable, Sendable {
        public let type: IPAddressType
        public let address: String
        /// Length of the network's part, in bits.
        public let prefix: UInt32
    }

    /// What has gone through a network interface of the running domain, as the host counts it.
    ///
    /// Maps to `virDomainInterfaceStats`.
    ///
    /// - Parameter device: the hardware address, or the name on the host such as `vnet0`.
    public func interfaceStatistics(_ device: String) async throws(LibvirtError) -> InterfaceStatistics {
        try await blocking("virDomainInterfaceStats", texts: [device]) { domain throws(LibvirtError) in
            var figures = virDomainInterfaceStatsStruct()
            unsafe try check(
                virDomainInterfaceStats(domain, device, &figures, MemoryLayout<virDomainInterfaceStatsStruct>.size))
            return InterfaceStatistics(
                receivedBytes: figures.rx_bytes, receivedPackets: figures.rx_packets, receiveErrors: figures.rx_errs,
                receiveDrops: figures.rx_drop, sentBytes: figures.tx_bytes, sentPackets: figures.tx_packets,
                sendErrors: figures.tx_errs, sendDrops: figures.tx_drop)
        }
    }

    /// The guest's addresses.
    ///
    /// Maps to `virDomainInterfaceAddresses`.
    ///
    /// - Throws: `.agentUnresponsive` when the agent is asked and does not answer, `.argumentUnsupported` when there is
    ///   none.
    public func interfaceAddresses(from source: AddressSource) async throws(LibvirtError) -> [InterfaceAddresses] {
        let source = UInt32(bitPattern: source.rawValue)
        return try await blocking("virDomainInterfaceAddresses") { domain throws(LibvirtError) in
            var interfaces: UnsafeMutablePointer<virDomainInterfacePtr?>?
            let count = unsafe try check(virDomainInterfaceAddresses(domain, &interfaces, source, 0))
            guard let interfaces = unsafe interfaces else { return [] }
            defer { unsafe Glibc.free(interfaces) }
            var result: [InterfaceAddresses] = []
            for index in 0..<Int(count) {
                guard let interface = unsafe interfaces[index] else { continue }
                result.append(unsafe InterfaceAddresses(copying: interface.pointee))
                unsafe virDomainInterfaceFree(interface)
            }
            return result
        }
    }

    /// Bandwidth of a network interface, by `inbound.average` and so on, in KiB per second and KiB.
    ///
    /// Maps to `virDomainGetInterfaceParameters`.
    public func interfaceParameters(
        _ device: String, impact: Impact = []
    ) async throws(LibvirtError) -> TypedParameters {
        try await callToFillParameters("virDomainGetInterfaceParameters", texts: [device]) {
            unsafe virDomainGetInterfaceParameters($0, device, $1, $2, impact.rawValue)
        }
    }

    /// Sets the bandwidth of a network interface.
    ///
    /// Maps to `virDomainSetInterfaceParameters`.
    public func setInterfaceParameters(
        _ device: String, _ parameters: TypedParameters, impact: Impact = []
    ) async throws(LibvirtError) {
        try await call("virDomainSetInterfaceParameters", with: parameters, texts: [device]) {
            unsafe virDomainSetInterfaceParameters($0, device, $1, $2, impact.rawValue)
        }
    }
}

extension Domain.InterfaceAddresses {
    fileprivate init(copying interface: virDomainInterface) {
        name = unsafe copyString(interface.name) ?? ""
        hardwareAddress = unsafe copyString(interface.hwaddr)
        var addresses: [Domain.Address] = []
        for index in 0..<Int(unsafe interface.naddrs) {
            guard let list = unsafe interface.addrs else { break }
            let address = unsafe list[index]
            addresses.append(
                unsafe Domain.Address(
                    type: IPAddressType(rawValue: address.type), address: copyString(address.addr) ?? "",
                    prefix: address.prefix))
        }
        self.addresses = addresses
    }
}

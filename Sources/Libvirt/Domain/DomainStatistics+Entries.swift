extension DomainStatistics {
    /// What is counted about a disk, or a part of its backing chain.
    public struct Block: Hashable, Sendable {
        let statistics: DomainStatistics
        let prefix: String

        /// Target, such as `vda`.
        public var name: String? { statistics[prefix + "name"]?.string }
        /// File or device on the host.
        public var path: String? { statistics[prefix + "path"]?.string }
        /// Place in the backing chain; nil for the disk itself.
        public var backingIndex: UInt64? { unsigned("backingIndex") }
        public var readRequests: UInt64? { unsigned("rd.reqs") }
        public var readBytes: UInt64? { unsigned("rd.bytes") }
        /// In nanoseconds.
        public var readTime: UInt64? { unsigned("rd.times") }
        public var writeRequests: UInt64? { unsigned("wr.reqs") }
        public var writtenBytes: UInt64? { unsigned("wr.bytes") }
        /// In nanoseconds.
        public var writeTime: UInt64? { unsigned("wr.times") }
        public var flushRequests: UInt64? { unsigned("fl.reqs") }
        /// In nanoseconds.
        public var flushTime: UInt64? { unsigned("fl.times") }
        public var errors: UInt64? { unsigned("errors") }
        /// What the host has stored of it, in bytes.
        public var allocation: UInt64? { unsigned("allocation") }
        /// What the guest sees, in bytes.
        public var capacity: UInt64? { unsigned("capacity") }
        /// The size of the file or device, in bytes.
        public var physical: UInt64? { unsigned("physical") }

        private func unsigned(_ name: String) -> UInt64? { statistics[prefix + name]?.unsigned }
    }

    /// What is counted about a network interface, as the host sees it.
    public struct Interface: Hashable, Sendable {
        let statistics: DomainStatistics
        let prefix: String

        /// Name on the host, such as `vnet0`.
        public var name: String? { statistics[prefix + "name"]?.string }
        public var receivedBytes: UInt64? { unsigned("rx.bytes") }
        public var receivedPackets: UInt64? { unsigned("rx.pkts") }
        public var receiveErrors: UInt64? { unsigned("rx.errs") }
        public var receiveDrops: UInt64? { unsigned("rx.drop") }
        public var sentBytes: UInt64? { unsigned("tx.bytes") }
        public var sentPackets: UInt64? { unsigned("tx.pkts") }
        public var sendErrors: UInt64? { unsigned("tx.errs") }
        public var sendDrops: UInt64? { unsigned("tx.drop") }

        private func unsigned(_ name: String) -> UInt64? { statistics[prefix + name]?.unsigned }
    }

    /// What is counted about a virtual processor.
    public struct Vcpu: Hashable, Sendable {
        let statistics: DomainStatistics
        /// Its number, which starts at 0.
        public let number: Int
        let prefix: String

        public var state: Domain.VcpuState? {
            statistics[prefix + "state"]?.signed.flatMap { Int32(exactly: $0) }.map(Domain.VcpuState.init(rawValue:))
        }
        /// Processor time used so far, in nanoseconds.
        public var time: UInt64? { statistics[prefix + "time"]?.unsigned }
        /// Time that it waited for the host's processor, in nanoseconds.
        public var wait: UInt64? { statistics[prefix + "wait"]?.unsigned }
    }
}

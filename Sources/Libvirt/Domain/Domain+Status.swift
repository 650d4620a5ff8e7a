internal import CLibvirt

extension Domain {
    /// A state and why it was reached.
    public struct Status: Hashable, Sendable {
        public let state: State
        /// The reason's number, which means something else in each state; the typed forms below know which.
        public let reason: Int32

        public init(state: State, reason: Int32) {
            self.state = state
            self.reason = reason
        }

        /// Why it runs; nil in another state.
        public var runningReason: RunningReason? { state == .running ? RunningReason(rawValue: reason) : nil }
        /// Why it is paused; nil in another state.
        public var pausedReason: PausedReason? { state == .paused ? PausedReason(rawValue: reason) : nil }
        /// Why it is shutting down; nil in another state.
        public var shutdownReason: ShutdownReason? { state == .shutdown ? ShutdownReason(rawValue: reason) : nil }
        /// Why it is shut off; nil in another state.
        public var shutOffReason: ShutOffReason? { state == .shutOff ? ShutOffReason(rawValue: reason) : nil }
        /// Why it crashed; nil in another state.
        public var crashedReason: CrashedReason? { state == .crashed ? CrashedReason(rawValue: reason) : nil }
    }

    /// A domain's figures at one moment.
    public struct Info: Hashable, Sendable {
        public let state: State
        /// The most memory that the domain can have, in KiB.
        public let maximumMemory: UInt64
        /// Memory that it has, in KiB.
        public let memory: UInt64
        /// Number of virtual processors.
        public let vcpus: UInt16
        /// Processor time used so far, in nanoseconds.
        public let cpuTime: UInt64
    }

    /// The state of the channel through which the hypervisor is controlled.
    public struct ControlInfo: Hashable, Sendable {
        public let state: ControlState
        /// Why the channel is of no use; `.none` outside of the state `.error`.
        public let errorReason: ControlErrorReason
        /// Milliseconds since the state was entered; 0 in the states `.ok` and `.error`.
        public let milliseconds: UInt64
    }

    /// What the domain is doing and why.
    ///
    /// Maps to `virDomainGetState`.
    public func status() async throws(LibvirtError) -> Status {
        try await blocking("virDomainGetState") { domain throws(LibvirtError) in
            var state: Int32 = 0
            var reason: Int32 = 0
            unsafe try check(virDomainGetState(domain, &state, &reason, 0))
            return Status(state: State(rawValue: state), reason: reason)
        }
    }

    /// State, memory, processors and processor time.
    ///
    /// Maps to `virDomainGetInfo`.
    public func info() async throws(LibvirtError) -> Info {
        try await blocking("virDomainGetInfo") { domain throws(LibvirtError) in
            var info = virDomainInfo()
            unsafe try check(virDomainGetInfo(domain, &info))
            return Info(
                state: State(rawValue: Int32(info.state)), maximumMemory: UInt64(info.maxMem),
                memory: UInt64(info.memory), vcpus: info.nrVirtCpu, cpuTime: info.cpuTime)
        }
    }

    /// Whether the hypervisor answers, and since when it does not.
    ///
    /// Maps to `virDomainGetControlInfo`.
    public func controlInfo() async throws(LibvirtError) -> ControlInfo {
        try await blocking("virDomainGetControlInfo") { domain throws(LibvirtError) in
            var info = virDomainControlInfo()
            unsafe try check(virDomainGetControlInfo(domain, &info, 0))
            return ControlInfo(
                state: ControlState(rawValue: Int32(bitPattern: info.state)),
                errorReason: ControlErrorReason(rawValue: Int32(bitPattern: info.details)),
                milliseconds: info.stateTime)
        }
    }

    /// Whether it runs, be it paused.
    ///
    /// Maps to `virDomainIsActive`.
    public func isActive() async throws(LibvirtError) -> Bool {
        try await callForTruth("virDomainIsActive") { unsafe virDomainIsActive($0) }
    }

    /// Whether it is defined, so that it is still there once it stops.
    ///
    /// Maps to `virDomainIsPersistent`.
    public func isPersistent() async throws(LibvirtError) -> Bool {
        try await callForTruth("virDomainIsPersistent") { unsafe virDomainIsPersistent($0) }
    }

    /// Whether its definition was changed since it started.
    ///
    /// Maps to `virDomainIsUpdated`.
    public func isUpdated() async throws(LibvirtError) -> Bool {
        try await callForTruth("virDomainIsUpdated") { unsafe virDomainIsUpdated($0) }
    }

    /// The way in which guests run, such as `hvm`.
    ///
    /// Maps to `virDomainGetOSType`.
    public func osType() async throws(LibvirtError) -> String {
        try await callForString("virDomainGetOSType") { unsafe virDomainGetOSType($0) }
    }

    /// The domain's description: of the running one where it runs, unless the flags ask for the definition.
    ///
    /// Maps to `virDomainGetXMLDesc`.
    ///
    /// - Throws: `.operationDenied` for `.secure` on a connection for reading only.
    public func xml(_ flags: XMLFlags = []) async throws(LibvirtError) -> String {
        try await callForString("virDomainGetXMLDesc") { unsafe virDomainGetXMLDesc($0, flags.rawValue) }
    }

    /// What libvirt has to remark about the domain: taints and uses of what is deprecated.
    ///
    /// Maps to `virDomainGetMessages`.
    public func messages(_ types: MessageTypes = []) async throws(LibvirtError) -> [String] {
        try await callForStrings("virDomainGetMessages") { unsafe virDomainGetMessages($0, $1, types.rawValue) }
    }
}

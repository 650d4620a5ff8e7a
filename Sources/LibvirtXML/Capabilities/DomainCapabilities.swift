public import XMLTree

/// What a domain of one emulator, architecture and machine may have: `<domainCapabilities>`.
public struct DomainCapabilities: DocumentView {
    public static let elementName = "domainCapabilities"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        /// Of the emulator.
        public let path = Property<String?>("path")
        public let type = Property<DomainType?>("domain")
        public let machine = Property<String?>("machine")
        public let architecture = Property<Architecture?>("arch")
        public let maximumVCPUs = Property<UInt?>("vcpu/@max")
        public let iothreads = Property<Bool?>(yesNo: "iothreads/@supported")
        public let firmwares = Property<[Firmware]>(enum: "firmware", of: "os")
        public let loaders = Property<[String]>(texts: "os/loader/value")
        public let loaderTypes = Property<[LoaderType]>(enum: "type", of: "os/loader")
        public let loaderSecure = Property<[String]>(enum: "secure", of: "os/loader")
        public let cpuModes = Property<[CPUModeSupport]>(children: "cpu/mode")
        public let memoryBackingSources = Property<[MemoryBacking.Source]>(enum: "sourceType", of: "memoryBacking")
        public let diskDevices = Property<[Disk.Device]>(enum: "diskDevice", of: "devices/disk")
        public let diskBuses = Property<[Disk.Bus]>(enum: "bus", of: "devices/disk")
        public let diskModels = Property<[String]>(enum: "model", of: "devices/disk")
        public let graphics = Property<[Graphics.Kind]>(enum: "type", of: "devices/graphics")
        public let videoModels = Property<[Video.Model]>(enum: "modelType", of: "devices/video")
        public let hostDevices = Property<Bool?>(yesNo: "devices/hostdev/@supported")
        public let hostDeviceTypes = Property<[HostDevice.Kind]>(enum: "subsysType", of: "devices/hostdev")
        public let rngModels = Property<[RandomNumberGenerator.Model]>(enum: "model", of: "devices/rng")
        public let rngBackends = Property<[RandomNumberGenerator.Backend]>(enum: "backendModel", of: "devices/rng")
        public let filesystemDrivers = Property<[Filesystem.Driver]>(enum: "driverType", of: "devices/filesystem")
        public let tpm = Property<Bool?>(yesNo: "devices/tpm/@supported")
        public let tpmModels = Property<[TPM.Model]>(enum: "model", of: "devices/tpm")
        public let tpmBackends = Property<[TPM.Backend]>(enum: "backendModel", of: "devices/tpm")
        public let tpmVersions = Property<[TPM.Version]>(enum: "backendVersion", of: "devices/tpm")
        public let channelTypes = Property<[CharacterSource]>(enum: "type", of: "devices/channel")
        public let gic = Property<Bool?>(yesNo: "features/gic/@supported")
        public let gicVersions = Property<[String]>(enum: "version", of: "features/gic")
        public let vmcoreinfo = Property<Bool?>(yesNo: "features/vmcoreinfo/@supported")
        public let generationID = Property<Bool?>(yesNo: "features/genid/@supported")
        public let backup = Property<Bool?>(yesNo: "features/backup/@supported")
        public let sev = Property<Bool?>(yesNo: "features/sev/@supported")
        public let sgx = Property<Bool?>(yesNo: "features/sgx/@supported")
        public let hyperVFeatures = Property<[String]>(enum: "features", of: "features/hyperv")
    }
}

extension DomainCapabilities {
    /// Whether a domain may have a CPU of that mode.
    public func supports(_ mode: CPUMode) -> Bool {
        self.cpuModes.contains { $0.mode == mode && $0.supported == true }
    }
}

internal import CLibvirt

extension LibvirtError {
    /// What went wrong, as libvirt numbers it. Codes of a newer libvirt survive as their number.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virErrorNumber`); negative for the binding's own codes.
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        public var description: String { "code \(rawValue)" }
    }
}

// The binding's own codes.
extension LibvirtError.Code {
    /// The task was cancelled before the call was made. Never sent by libvirt.
    public static let cancelled = Self(rawValue: -1)
    /// The connection was closed by its owner before the call was made. Never sent by libvirt.
    public static let connectionClosed = Self(rawValue: -2)
    /// The system refuses to start a thread for the call. Never sent by libvirt.
    public static let noThread = Self(rawValue: -3)
    /// An argument that cannot be handed to libvirt, such as a string with a NUL in it. Never sent by libvirt.
    public static let invalidText = Self(rawValue: -4)
}

// libvirt's codes.
extension LibvirtError.Code {
    /// No error. `VIR_ERR_OK`
    public static let ok = Self(VIR_ERR_OK)
    /// Internal error. `VIR_ERR_INTERNAL_ERROR`
    public static let internalError = Self(VIR_ERR_INTERNAL_ERROR)
    /// Memory allocation failure. `VIR_ERR_NO_MEMORY`
    public static let noMemory = Self(VIR_ERR_NO_MEMORY)
    /// No support for this function. `VIR_ERR_NO_SUPPORT`
    public static let noSupport = Self(VIR_ERR_NO_SUPPORT)
    /// Could not resolve hostname. `VIR_ERR_UNKNOWN_HOST`
    public static let unknownHost = Self(VIR_ERR_UNKNOWN_HOST)
    /// Can't connect to hypervisor. `VIR_ERR_NO_CONNECT`
    public static let noConnect = Self(VIR_ERR_NO_CONNECT)
    /// Invalid connection object. `VIR_ERR_INVALID_CONN`
    public static let invalidConnection = Self(VIR_ERR_INVALID_CONN)
    /// Invalid domain object. `VIR_ERR_INVALID_DOMAIN`
    public static let invalidDomain = Self(VIR_ERR_INVALID_DOMAIN)
    /// Invalid function argument. `VIR_ERR_INVALID_ARG`
    public static let invalidArgument = Self(VIR_ERR_INVALID_ARG)
    /// A command to hypervisor failed. `VIR_ERR_OPERATION_FAILED`
    public static let operationFailed = Self(VIR_ERR_OPERATION_FAILED)
    /// A HTTP GET command to failed. `VIR_ERR_GET_FAILED`
    public static let getFailed = Self(VIR_ERR_GET_FAILED)
    /// A HTTP POST command to failed. `VIR_ERR_POST_FAILED`
    public static let postFailed = Self(VIR_ERR_POST_FAILED)
    /// Unexpected HTTP error code. `VIR_ERR_HTTP_ERROR`
    public static let httpError = Self(VIR_ERR_HTTP_ERROR)
    /// Failure to serialize an S-Expr. `VIR_ERR_SEXPR_SERIAL`
    public static let sExpressionSerialization = Self(VIR_ERR_SEXPR_SERIAL)
    /// Could not open Xen hypervisor control. `VIR_ERR_NO_XEN`
    public static let noXen = Self(VIR_ERR_NO_XEN)
    /// Failure doing an hypervisor call. `VIR_ERR_XEN_CALL`
    public static let xenCall = Self(VIR_ERR_XEN_CALL)
    /// Unknown OS type. `VIR_ERR_OS_TYPE`
    public static let osType = Self(VIR_ERR_OS_TYPE)
    /// Missing kernel information. `VIR_ERR_NO_KERNEL`
    public static let noKernel = Self(VIR_ERR_NO_KERNEL)
    /// Missing root device information. `VIR_ERR_NO_ROOT`
    public static let noRoot = Self(VIR_ERR_NO_ROOT)
    /// Missing source device information. `VIR_ERR_NO_SOURCE`
    public static let noSource = Self(VIR_ERR_NO_SOURCE)
    /// Missing target device information. `VIR_ERR_NO_TARGET`
    public static let noTarget = Self(VIR_ERR_NO_TARGET)
    /// Missing domain name information. `VIR_ERR_NO_NAME`
    public static let noName = Self(VIR_ERR_NO_NAME)
    /// Missing domain OS information. `VIR_ERR_NO_OS`
    public static let noOS = Self(VIR_ERR_NO_OS)
    /// Missing domain devices information. `VIR_ERR_NO_DEVICE`
    public static let noDevice = Self(VIR_ERR_NO_DEVICE)
    /// Could not open Xen Store control. `VIR_ERR_NO_XENSTORE`
    public static let noXenStore = Self(VIR_ERR_NO_XENSTORE)
    /// Too many drivers registered. `VIR_ERR_DRIVER_FULL`
    public static let driverFull = Self(VIR_ERR_DRIVER_FULL)
    /// Not supported by the drivers (DEPRECATED). `VIR_ERR_CALL_FAILED`
    public static let callFailed = Self(VIR_ERR_CALL_FAILED)
    /// An XML description is not well formed or broken. `VIR_ERR_XML_ERROR`
    public static let xmlError = Self(VIR_ERR_XML_ERROR)
    /// The domain already exist. `VIR_ERR_DOM_EXIST`
    public static let domainExists = Self(VIR_ERR_DOM_EXIST)
    /// Operation forbidden on read-only connections. `VIR_ERR_OPERATION_DENIED`
    public static let operationDenied = Self(VIR_ERR_OPERATION_DENIED)
    /// Failed to open a conf file. `VIR_ERR_OPEN_FAILED`
    public static let openFailed = Self(VIR_ERR_OPEN_FAILED)
    /// Failed to read a conf file. `VIR_ERR_READ_FAILED`
    public static let readFailed = Self(VIR_ERR_READ_FAILED)
    /// Failed to parse a conf file. `VIR_ERR_PARSE_FAILED`
    public static let parseFailed = Self(VIR_ERR_PARSE_FAILED)
    /// Failed to parse the syntax of a conf file. `VIR_ERR_CONF_SYNTAX`
    public static let configurationSyntax = Self(VIR_ERR_CONF_SYNTAX)
    /// Failed to write a conf file. `VIR_ERR_WRITE_FAILED`
    public static let writeFailed = Self(VIR_ERR_WRITE_FAILED)
    /// Detail of an XML error. `VIR_ERR_XML_DETAIL`
    public static let xmlDetail = Self(VIR_ERR_XML_DETAIL)
    /// Invalid network object. `VIR_ERR_INVALID_NETWORK`
    public static let invalidNetwork = Self(VIR_ERR_INVALID_NETWORK)
    /// The network already exist. `VIR_ERR_NETWORK_EXIST`
    public static let networkExists = Self(VIR_ERR_NETWORK_EXIST)
    /// General system call failure. `VIR_ERR_SYSTEM_ERROR`
    public static let systemError = Self(VIR_ERR_SYSTEM_ERROR)
    /// Some sort of RPC error. `VIR_ERR_RPC`
    public static let rpc = Self(VIR_ERR_RPC)
    /// Error from a GNUTLS call. `VIR_ERR_GNUTLS_ERROR`
    public static let gnuTLSError = Self(VIR_ERR_GNUTLS_ERROR)
    /// Domain not found or unexpectedly disappeared. `VIR_ERR_NO_DOMAIN`
    public static let noDomain = Self(VIR_ERR_NO_DOMAIN)
    /// Network not found. `VIR_ERR_NO_NETWORK`
    public static let noNetwork = Self(VIR_ERR_NO_NETWORK)
    /// Invalid MAC address. `VIR_ERR_INVALID_MAC`
    public static let invalidMAC = Self(VIR_ERR_INVALID_MAC)
    /// Authentication failed. `VIR_ERR_AUTH_FAILED`
    public static let authenticationFailed = Self(VIR_ERR_AUTH_FAILED)
    /// Invalid storage pool object. `VIR_ERR_INVALID_STORAGE_POOL`
    public static let invalidStoragePool = Self(VIR_ERR_INVALID_STORAGE_POOL)
    /// Invalid storage vol object. `VIR_ERR_INVALID_STORAGE_VOL`
    public static let invalidStorageVolume = Self(VIR_ERR_INVALID_STORAGE_VOL)
    /// Storage pool not found. `VIR_ERR_NO_STORAGE_POOL`
    public static let noStoragePool = Self(VIR_ERR_NO_STORAGE_POOL)
    /// Storage volume not found. `VIR_ERR_NO_STORAGE_VOL`
    public static let noStorageVolume = Self(VIR_ERR_NO_STORAGE_VOL)
    /// Invalid node device object. `VIR_ERR_INVALID_NODE_DEVICE`
    public static let invalidNodeDevice = Self(VIR_ERR_INVALID_NODE_DEVICE)
    /// Node device not found. `VIR_ERR_NO_NODE_DEVICE`
    public static let noNodeDevice = Self(VIR_ERR_NO_NODE_DEVICE)
    /// Security model not found. `VIR_ERR_NO_SECURITY_MODEL`
    public static let noSecurityModel = Self(VIR_ERR_NO_SECURITY_MODEL)
    /// Operation is not applicable at this time. `VIR_ERR_OPERATION_INVALID`
    public static let operationInvalid = Self(VIR_ERR_OPERATION_INVALID)
    /// Interface driver not running. `VIR_ERR_NO_INTERFACE`
    public static let noInterface = Self(VIR_ERR_NO_INTERFACE)
    /// Invalid interface object. `VIR_ERR_INVALID_INTERFACE`
    public static let invalidInterface = Self(VIR_ERR_INVALID_INTERFACE)
    /// More than one matching interface found. `VIR_ERR_MULTIPLE_INTERFACES`
    public static let multipleInterfaces = Self(VIR_ERR_MULTIPLE_INTERFACES)
    /// Invalid nwfilter object. `VIR_ERR_INVALID_NWFILTER`
    public static let invalidNetworkFilter = Self(VIR_ERR_INVALID_NWFILTER)
    /// Nw filter pool not found. `VIR_ERR_NO_NWFILTER`
    public static let noNetworkFilter = Self(VIR_ERR_NO_NWFILTER)
    /// A firewall rule could not be built. `VIR_ERR_BUILD_FIREWALL`
    public static let buildFirewall = Self(VIR_ERR_BUILD_FIREWALL)
    /// Invalid secret. `VIR_ERR_INVALID_SECRET`
    public static let invalidSecret = Self(VIR_ERR_INVALID_SECRET)
    /// Secret not found. `VIR_ERR_NO_SECRET`
    public static let noSecret = Self(VIR_ERR_NO_SECRET)
    /// Unsupported configuration construct. `VIR_ERR_CONFIG_UNSUPPORTED`
    public static let configurationUnsupported = Self(VIR_ERR_CONFIG_UNSUPPORTED)
    /// Timeout occurred during operation. `VIR_ERR_OPERATION_TIMEOUT`
    public static let operationTimeout = Self(VIR_ERR_OPERATION_TIMEOUT)
    /// A migration worked, but making the VM persist on the dest host failed. `VIR_ERR_MIGRATE_PERSIST_FAILED`
    public static let migratePersistFailed = Self(VIR_ERR_MIGRATE_PERSIST_FAILED)
    /// A synchronous hook script failed. `VIR_ERR_HOOK_SCRIPT_FAILED`
    public static let hookScriptFailed = Self(VIR_ERR_HOOK_SCRIPT_FAILED)
    /// Invalid domain snapshot. `VIR_ERR_INVALID_DOMAIN_SNAPSHOT`
    public static let invalidDomainSnapshot = Self(VIR_ERR_INVALID_DOMAIN_SNAPSHOT)
    /// Domain snapshot not found. `VIR_ERR_NO_DOMAIN_SNAPSHOT`
    public static let noDomainSnapshot = Self(VIR_ERR_NO_DOMAIN_SNAPSHOT)
    /// Stream pointer not valid. `VIR_ERR_INVALID_STREAM`
    public static let invalidStream = Self(VIR_ERR_INVALID_STREAM)
    /// Valid API use but unsupported by the given driver. `VIR_ERR_ARGUMENT_UNSUPPORTED`
    public static let argumentUnsupported = Self(VIR_ERR_ARGUMENT_UNSUPPORTED)
    /// Storage pool probe failed. `VIR_ERR_STORAGE_PROBE_FAILED`
    public static let storageProbeFailed = Self(VIR_ERR_STORAGE_PROBE_FAILED)
    /// Storage pool already built. `VIR_ERR_STORAGE_POOL_BUILT`
    public static let storagePoolBuilt = Self(VIR_ERR_STORAGE_POOL_BUILT)
    /// Force was not requested for a risky domain snapshot revert. `VIR_ERR_SNAPSHOT_REVERT_RISKY`
    public static let snapshotRevertRisky = Self(VIR_ERR_SNAPSHOT_REVERT_RISKY)
    /// Operation on a domain was canceled/aborted by user. `VIR_ERR_OPERATION_ABORTED`
    public static let operationAborted = Self(VIR_ERR_OPERATION_ABORTED)
    /// Authentication cancelled. `VIR_ERR_AUTH_CANCELLED`
    public static let authenticationCancelled = Self(VIR_ERR_AUTH_CANCELLED)
    /// The metadata is not present. `VIR_ERR_NO_DOMAIN_METADATA`
    public static let noDomainMetadata = Self(VIR_ERR_NO_DOMAIN_METADATA)
    /// Migration is not safe. `VIR_ERR_MIGRATE_UNSAFE`
    public static let migrateUnsafe = Self(VIR_ERR_MIGRATE_UNSAFE)
    /// Integer overflow. `VIR_ERR_OVERFLOW`
    public static let overflow = Self(VIR_ERR_OVERFLOW)
    /// Action prevented by block copy job. `VIR_ERR_BLOCK_COPY_ACTIVE`
    public static let blockCopyActive = Self(VIR_ERR_BLOCK_COPY_ACTIVE)
    /// The requested operation is not supported. `VIR_ERR_OPERATION_UNSUPPORTED`
    public static let operationUnsupported = Self(VIR_ERR_OPERATION_UNSUPPORTED)
    /// Error in ssh transport driver. `VIR_ERR_SSH`
    public static let ssh = Self(VIR_ERR_SSH)
    /// Guest agent is unresponsive, not running or not usable. `VIR_ERR_AGENT_UNRESPONSIVE`
    public static let agentUnresponsive = Self(VIR_ERR_AGENT_UNRESPONSIVE)
    /// Resource is already in use. `VIR_ERR_RESOURCE_BUSY`
    public static let resourceBusy = Self(VIR_ERR_RESOURCE_BUSY)
    /// Operation on the object/resource was denied. `VIR_ERR_ACCESS_DENIED`
    public static let accessDenied = Self(VIR_ERR_ACCESS_DENIED)
    /// Error from a dbus service. `VIR_ERR_DBUS_SERVICE`
    public static let dbusService = Self(VIR_ERR_DBUS_SERVICE)
    /// The storage vol already exists. `VIR_ERR_STORAGE_VOL_EXIST`
    public static let storageVolumeExists = Self(VIR_ERR_STORAGE_VOL_EXIST)
    /// Given CPU is incompatible with host CPU. `VIR_ERR_CPU_INCOMPATIBLE`
    public static let cpuIncompatible = Self(VIR_ERR_CPU_INCOMPATIBLE)
    /// XML document doesn't validate against schema. `VIR_ERR_XML_INVALID_SCHEMA`
    public static let xmlInvalidSchema = Self(VIR_ERR_XML_INVALID_SCHEMA)
    /// Finish API succeeded but it is expected to return NULL. `VIR_ERR_MIGRATE_FINISH_OK`
    public static let migrateFinishOk = Self(VIR_ERR_MIGRATE_FINISH_OK)
    /// Authentication unavailable. `VIR_ERR_AUTH_UNAVAILABLE`
    public static let authenticationUnavailable = Self(VIR_ERR_AUTH_UNAVAILABLE)
    /// Server was not found. `VIR_ERR_NO_SERVER`
    public static let noServer = Self(VIR_ERR_NO_SERVER)
    /// Client was not found. `VIR_ERR_NO_CLIENT`
    public static let noClient = Self(VIR_ERR_NO_CLIENT)
    /// Guest agent replies with wrong id to guest-sync command (DEPRECATED). `VIR_ERR_AGENT_UNSYNCED`
    public static let agentUnsynced = Self(VIR_ERR_AGENT_UNSYNCED)
    /// Error in libssh transport driver. `VIR_ERR_LIBSSH`
    public static let libSSH = Self(VIR_ERR_LIBSSH)
    /// Fail to find the desired device. `VIR_ERR_DEVICE_MISSING`
    public static let deviceMissing = Self(VIR_ERR_DEVICE_MISSING)
    /// Invalid nwfilter binding. `VIR_ERR_INVALID_NWFILTER_BINDING`
    public static let invalidNetworkFilterBinding = Self(VIR_ERR_INVALID_NWFILTER_BINDING)
    /// No nwfilter binding. `VIR_ERR_NO_NWFILTER_BINDING`
    public static let noNetworkFilterBinding = Self(VIR_ERR_NO_NWFILTER_BINDING)
    /// Invalid domain checkpoint. `VIR_ERR_INVALID_DOMAIN_CHECKPOINT`
    public static let invalidDomainCheckpoint = Self(VIR_ERR_INVALID_DOMAIN_CHECKPOINT)
    /// Domain checkpoint not found. `VIR_ERR_NO_DOMAIN_CHECKPOINT`
    public static let noDomainCheckpoint = Self(VIR_ERR_NO_DOMAIN_CHECKPOINT)
    /// Domain backup job id not found. `VIR_ERR_NO_DOMAIN_BACKUP`
    public static let noDomainBackup = Self(VIR_ERR_NO_DOMAIN_BACKUP)
    /// Invalid network port object. `VIR_ERR_INVALID_NETWORK_PORT`
    public static let invalidNetworkPort = Self(VIR_ERR_INVALID_NETWORK_PORT)
    /// The network port already exist. `VIR_ERR_NETWORK_PORT_EXIST`
    public static let networkPortExists = Self(VIR_ERR_NETWORK_PORT_EXIST)
    /// Network port not found. `VIR_ERR_NO_NETWORK_PORT`
    public static let noNetworkPort = Self(VIR_ERR_NO_NETWORK_PORT)
    /// No domain's hostname found. `VIR_ERR_NO_HOSTNAME`
    public static let noHostname = Self(VIR_ERR_NO_HOSTNAME)
    /// Checkpoint can't be used. `VIR_ERR_CHECKPOINT_INCONSISTENT`
    public static let checkpointInconsistent = Self(VIR_ERR_CHECKPOINT_INCONSISTENT)
    /// More than one matching domain found. `VIR_ERR_MULTIPLE_DOMAINS`
    public static let multipleDomains = Self(VIR_ERR_MULTIPLE_DOMAINS)

    private init(_ code: virErrorNumber) {
        self.init(rawValue: Int32(bitPattern: code.rawValue))
    }
}

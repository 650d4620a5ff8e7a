internal import CLibvirt

extension LibvirtError {
    /// The part of libvirt that raised an error. Parts of a newer libvirt survive as their number.
    public struct Domain: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virErrorDomain`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        public var description: String { "domain \(rawValue)" }
    }
}

extension LibvirtError.Domain {
    /// Unknown, or the binding itself. `VIR_FROM_NONE`
    public static let none = Self(VIR_FROM_NONE)
    /// Error at Xen hypervisor layer. `VIR_FROM_XEN`
    public static let xen = Self(VIR_FROM_XEN)
    /// Error at connection with xend daemon. `VIR_FROM_XEND`
    public static let xend = Self(VIR_FROM_XEND)
    /// Error at connection with xen store. `VIR_FROM_XENSTORE`
    public static let xenStore = Self(VIR_FROM_XENSTORE)
    /// Error in the S-Expression code. `VIR_FROM_SEXPR`
    public static let sExpression = Self(VIR_FROM_SEXPR)
    /// Error in the XML code. `VIR_FROM_XML`
    public static let xml = Self(VIR_FROM_XML)
    /// Error when operating on a domain. `VIR_FROM_DOM`
    public static let domain = Self(VIR_FROM_DOM)
    /// Error in the XML-RPC code. `VIR_FROM_RPC`
    public static let rpc = Self(VIR_FROM_RPC)
    /// Error in the proxy code; unused since 0.8.6. `VIR_FROM_PROXY`
    public static let proxy = Self(VIR_FROM_PROXY)
    /// Error in the configuration file handling. `VIR_FROM_CONF`
    public static let configuration = Self(VIR_FROM_CONF)
    /// Error at the QEMU daemon. `VIR_FROM_QEMU`
    public static let qemu = Self(VIR_FROM_QEMU)
    /// Error when operating on a network. `VIR_FROM_NET`
    public static let network = Self(VIR_FROM_NET)
    /// Error from test driver. `VIR_FROM_TEST`
    public static let test = Self(VIR_FROM_TEST)
    /// Error from remote driver. `VIR_FROM_REMOTE`
    public static let remote = Self(VIR_FROM_REMOTE)
    /// Error from OpenVZ driver. `VIR_FROM_OPENVZ`
    public static let openVZ = Self(VIR_FROM_OPENVZ)
    /// Error at Xen XM layer. `VIR_FROM_XENXM`
    public static let xenXM = Self(VIR_FROM_XENXM)
    /// Error in the Linux Stats code. `VIR_FROM_STATS_LINUX`
    public static let linuxStatistics = Self(VIR_FROM_STATS_LINUX)
    /// Error from Linux Container driver. `VIR_FROM_LXC`
    public static let lxc = Self(VIR_FROM_LXC)
    /// Error from storage driver. `VIR_FROM_STORAGE`
    public static let storage = Self(VIR_FROM_STORAGE)
    /// Error from network config. `VIR_FROM_NETWORK`
    public static let networkConfiguration = Self(VIR_FROM_NETWORK)
    /// Error from domain config. `VIR_FROM_DOMAIN`
    public static let domainConfiguration = Self(VIR_FROM_DOMAIN)
    /// Error at the UML driver; unused since 5.0.0. `VIR_FROM_UML`
    public static let uml = Self(VIR_FROM_UML)
    /// Error from node device monitor. `VIR_FROM_NODEDEV`
    public static let nodeDevice = Self(VIR_FROM_NODEDEV)
    /// Error from xen inotify layer. `VIR_FROM_XEN_INOTIFY`
    public static let xenInotify = Self(VIR_FROM_XEN_INOTIFY)
    /// Error from security framework. `VIR_FROM_SECURITY`
    public static let security = Self(VIR_FROM_SECURITY)
    /// Error from VirtualBox driver. `VIR_FROM_VBOX`
    public static let virtualBox = Self(VIR_FROM_VBOX)
    /// Error when operating on an interface. `VIR_FROM_INTERFACE`
    public static let interface = Self(VIR_FROM_INTERFACE)
    /// The OpenNebula driver no longer exists. Retained for ABI/API compat only. `VIR_FROM_ONE`
    public static let openNebula = Self(VIR_FROM_ONE)
    /// Error from ESX driver. `VIR_FROM_ESX`
    public static let esx = Self(VIR_FROM_ESX)
    /// Error from the phyp driver, unused since 6.0.0. `VIR_FROM_PHYP`
    public static let phyp = Self(VIR_FROM_PHYP)
    /// Error from secret storage. `VIR_FROM_SECRET`
    public static let secret = Self(VIR_FROM_SECRET)
    /// Error from CPU driver. `VIR_FROM_CPU`
    public static let cpu = Self(VIR_FROM_CPU)
    /// Error from XenAPI. `VIR_FROM_XENAPI`
    public static let xenAPI = Self(VIR_FROM_XENAPI)
    /// Error from network filter driver. `VIR_FROM_NWFILTER`
    public static let networkFilter = Self(VIR_FROM_NWFILTER)
    /// Error from Synchronous hooks. `VIR_FROM_HOOK`
    public static let hook = Self(VIR_FROM_HOOK)
    /// Error from domain snapshot. `VIR_FROM_DOMAIN_SNAPSHOT`
    public static let domainSnapshot = Self(VIR_FROM_DOMAIN_SNAPSHOT)
    /// Error from auditing subsystem. `VIR_FROM_AUDIT`
    public static let audit = Self(VIR_FROM_AUDIT)
    /// Error from sysinfo/SMBIOS. `VIR_FROM_SYSINFO`
    public static let systemInformation = Self(VIR_FROM_SYSINFO)
    /// Error from I/O streams. `VIR_FROM_STREAMS`
    public static let streams = Self(VIR_FROM_STREAMS)
    /// Error from VMware driver. `VIR_FROM_VMWARE`
    public static let vmware = Self(VIR_FROM_VMWARE)
    /// Error from event loop impl. `VIR_FROM_EVENT`
    public static let event = Self(VIR_FROM_EVENT)
    /// Error from libxenlight driver. `VIR_FROM_LIBXL`
    public static let libXL = Self(VIR_FROM_LIBXL)
    /// Error from lock manager. `VIR_FROM_LOCKING`
    public static let locking = Self(VIR_FROM_LOCKING)
    /// Error from Hyper-V driver. `VIR_FROM_HYPERV`
    public static let hyperV = Self(VIR_FROM_HYPERV)
    /// Error from capabilities. `VIR_FROM_CAPABILITIES`
    public static let capabilities = Self(VIR_FROM_CAPABILITIES)
    /// Error from URI handling. `VIR_FROM_URI`
    public static let uri = Self(VIR_FROM_URI)
    /// Error from auth handling. `VIR_FROM_AUTH`
    public static let authentication = Self(VIR_FROM_AUTH)
    /// Error from DBus. `VIR_FROM_DBUS`
    public static let dbus = Self(VIR_FROM_DBUS)
    /// Error from Parallels. `VIR_FROM_PARALLELS`
    public static let parallels = Self(VIR_FROM_PARALLELS)
    /// Error from Device. `VIR_FROM_DEVICE`
    public static let device = Self(VIR_FROM_DEVICE)
    /// Error from libssh2 connection transport. `VIR_FROM_SSH`
    public static let ssh = Self(VIR_FROM_SSH)
    /// Error from lockspace. `VIR_FROM_LOCKSPACE`
    public static let lockspace = Self(VIR_FROM_LOCKSPACE)
    /// Error from initctl device communication. `VIR_FROM_INITCTL`
    public static let initctl = Self(VIR_FROM_INITCTL)
    /// Error from identity code. `VIR_FROM_IDENTITY`
    public static let identity = Self(VIR_FROM_IDENTITY)
    /// Error from cgroups. `VIR_FROM_CGROUP`
    public static let cgroup = Self(VIR_FROM_CGROUP)
    /// Error from access control manager. `VIR_FROM_ACCESS`
    public static let access = Self(VIR_FROM_ACCESS)
    /// Error from systemd code. `VIR_FROM_SYSTEMD`
    public static let systemd = Self(VIR_FROM_SYSTEMD)
    /// Error from bhyve driver. `VIR_FROM_BHYVE`
    public static let bhyve = Self(VIR_FROM_BHYVE)
    /// Error from crypto code. `VIR_FROM_CRYPTO`
    public static let crypto = Self(VIR_FROM_CRYPTO)
    /// Error from firewall. `VIR_FROM_FIREWALL`
    public static let firewall = Self(VIR_FROM_FIREWALL)
    /// Error from polkit code. `VIR_FROM_POLKIT`
    public static let polkit = Self(VIR_FROM_POLKIT)
    /// Error from thread utils. `VIR_FROM_THREAD`
    public static let thread = Self(VIR_FROM_THREAD)
    /// Error from admin backend. `VIR_FROM_ADMIN`
    public static let admin = Self(VIR_FROM_ADMIN)
    /// Error from log manager. `VIR_FROM_LOGGING`
    public static let logging = Self(VIR_FROM_LOGGING)
    /// Error from Xen xl config code. `VIR_FROM_XENXL`
    public static let xenXL = Self(VIR_FROM_XENXL)
    /// Error from perf. `VIR_FROM_PERF`
    public static let perf = Self(VIR_FROM_PERF)
    /// Error from libssh connection transport. `VIR_FROM_LIBSSH`
    public static let libSSH = Self(VIR_FROM_LIBSSH)
    /// Error from resource control. `VIR_FROM_RESCTRL`
    public static let resourceControl = Self(VIR_FROM_RESCTRL)
    /// Error from firewalld. `VIR_FROM_FIREWALLD`
    public static let firewalld = Self(VIR_FROM_FIREWALLD)
    /// Error from domain checkpoint. `VIR_FROM_DOMAIN_CHECKPOINT`
    public static let domainCheckpoint = Self(VIR_FROM_DOMAIN_CHECKPOINT)
    /// Error from TPM. `VIR_FROM_TPM`
    public static let tpm = Self(VIR_FROM_TPM)
    /// Error from BPF code. `VIR_FROM_BPF`
    public static let bpf = Self(VIR_FROM_BPF)
    /// Error from Cloud-Hypervisor driver. `VIR_FROM_CH`
    public static let cloudHypervisor = Self(VIR_FROM_CH)

    private init(_ domain: virErrorDomain) {
        self.init(rawValue: Int32(bitPattern: domain.rawValue))
    }
}

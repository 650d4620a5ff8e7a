internal import CLibvirt

extension Network {
    /// What `update` does with a part of a network.
    public struct UpdateCommand: RawRepresentable, Hashable, Sendable {
        /// libvirt's number (`virNetworkUpdateCommand`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Replaces the part with the same key. `VIR_NETWORK_UPDATE_COMMAND_MODIFY`
        public static let modify = Self(rawValue: VIR_NETWORK_UPDATE_COMMAND_MODIFY.rawValue)
        /// Removes the part. `VIR_NETWORK_UPDATE_COMMAND_DELETE`
        public static let delete = Self(rawValue: VIR_NETWORK_UPDATE_COMMAND_DELETE.rawValue)
        /// Adds the part behind its kind. `VIR_NETWORK_UPDATE_COMMAND_ADD_LAST`
        public static let addLast = Self(rawValue: VIR_NETWORK_UPDATE_COMMAND_ADD_LAST.rawValue)
        /// Adds the part before its kind. `VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST`
        public static let addFirst = Self(rawValue: VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST.rawValue)
    }

    /// The part of a network that `update` changes.
    public struct UpdateSection: RawRepresentable, Hashable, Sendable {
        /// libvirt's number (`virNetworkUpdateSection`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// `<bridge>`. `VIR_NETWORK_SECTION_BRIDGE`
        public static let bridge = Self(rawValue: VIR_NETWORK_SECTION_BRIDGE.rawValue)
        /// `<domain>`. `VIR_NETWORK_SECTION_DOMAIN`
        public static let domain = Self(rawValue: VIR_NETWORK_SECTION_DOMAIN.rawValue)
        /// `<ip>`. `VIR_NETWORK_SECTION_IP`
        public static let ip = Self(rawValue: VIR_NETWORK_SECTION_IP.rawValue)
        /// `<ip>/<dhcp>/<host>`. `VIR_NETWORK_SECTION_IP_DHCP_HOST`
        public static let dhcpHost = Self(rawValue: VIR_NETWORK_SECTION_IP_DHCP_HOST.rawValue)
        /// `<ip>/<dhcp>/<range>`. `VIR_NETWORK_SECTION_IP_DHCP_RANGE`
        public static let dhcpRange = Self(rawValue: VIR_NETWORK_SECTION_IP_DHCP_RANGE.rawValue)
        /// `<forward>`. `VIR_NETWORK_SECTION_FORWARD`
        public static let forward = Self(rawValue: VIR_NETWORK_SECTION_FORWARD.rawValue)
        /// `<forward>/<interface>`. `VIR_NETWORK_SECTION_FORWARD_INTERFACE`
        public static let forwardInterface = Self(rawValue: VIR_NETWORK_SECTION_FORWARD_INTERFACE.rawValue)
        /// `<forward>/<pf>`. `VIR_NETWORK_SECTION_FORWARD_PF`
        public static let forwardPhysicalFunction = Self(rawValue: VIR_NETWORK_SECTION_FORWARD_PF.rawValue)
        /// `<portgroup>`. `VIR_NETWORK_SECTION_PORTGROUP`
        public static let portGroup = Self(rawValue: VIR_NETWORK_SECTION_PORTGROUP.rawValue)
        /// `<dns>/<host>`. `VIR_NETWORK_SECTION_DNS_HOST`
        public static let dnsHost = Self(rawValue: VIR_NETWORK_SECTION_DNS_HOST.rawValue)
        /// `<dns>/<txt>`. `VIR_NETWORK_SECTION_DNS_TXT`
        public static let dnsText = Self(rawValue: VIR_NETWORK_SECTION_DNS_TXT.rawValue)
        /// `<dns>/<srv>`. `VIR_NETWORK_SECTION_DNS_SRV`
        public static let dnsService = Self(rawValue: VIR_NETWORK_SECTION_DNS_SRV.rawValue)
    }

    /// Where a change of a network takes effect. Empty: on the running network, or on the definition of one that does
    /// not run.
    public struct UpdateScope: OptionSet, Hashable, Sendable {
        /// libvirt's flags (`virNetworkUpdateFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// What runs, or the definition of what does not run. `VIR_NETWORK_UPDATE_AFFECT_CURRENT`
        public static let current: Self = []
        /// The running network. `VIR_NETWORK_UPDATE_AFFECT_LIVE`
        public static let live = Self(rawValue: VIR_NETWORK_UPDATE_AFFECT_LIVE.rawValue)
        /// The definition. `VIR_NETWORK_UPDATE_AFFECT_CONFIG`
        public static let config = Self(rawValue: VIR_NETWORK_UPDATE_AFFECT_CONFIG.rawValue)
    }
}

internal import CLibvirt

extension Domain {
    /// Which part of a domain's metadata is meant.
    public struct MetadataType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainMetadataType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Operate on <description>. `VIR_DOMAIN_METADATA_DESCRIPTION`
        public static let description = Self(VIR_DOMAIN_METADATA_DESCRIPTION)

        /// Operate on <title>. `VIR_DOMAIN_METADATA_TITLE`
        public static let title = Self(VIR_DOMAIN_METADATA_TITLE)

        /// Operate on <metadata>. `VIR_DOMAIN_METADATA_ELEMENT`
        public static let element = Self(VIR_DOMAIN_METADATA_ELEMENT)

        private init(_ constant: virDomainMetadataType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .description: "description"
            case .title: "title"
            case .element: "element"
            default: "unknown (\(rawValue))"
            }
        }
    }
}

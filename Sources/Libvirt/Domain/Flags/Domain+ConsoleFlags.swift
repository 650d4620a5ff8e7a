internal import CLibvirt

extension Domain {
    /// How a console is opened.
    public struct ConsoleFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainConsoleFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Abort a (possibly) active console connection to force a new connection. `VIR_DOMAIN_CONSOLE_FORCE`
        public static let force = Self(VIR_DOMAIN_CONSOLE_FORCE)

        /// Check if the console driver supports safe console operations. `VIR_DOMAIN_CONSOLE_SAFE`
        public static let safe = Self(VIR_DOMAIN_CONSOLE_SAFE)

        private init(_ constant: virDomainConsoleFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}

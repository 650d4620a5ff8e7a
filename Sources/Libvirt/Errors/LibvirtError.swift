/// A failed libvirt call.
public struct LibvirtError: Error, Hashable, Sendable {
    /// What went wrong.
    public let code: Code
    /// The part of libvirt that raised the error.
    public let domain: Domain
    /// libvirt's own words, for people; not stable, so never to be matched on.
    public let message: String
    /// How severe libvirt thinks it is.
    public let level: Level
    /// What the owner of the connection calls the place it leads to; nil where it was given no name.
    public private(set) var place: String?

    public init(code: Code, domain: Domain = .none, message: String, level: Level = .error) {
        self.code = code
        self.domain = domain
        self.message = message
        self.level = level
    }
}

extension LibvirtError {
    /// The severity of an error.
    public struct Level: RawRepresentable, Hashable, Sendable {
        /// libvirt's number (`virErrorLevel`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// No error at all. `VIR_ERR_NONE`
        public static let none = Self(rawValue: 0)
        /// A warning. `VIR_ERR_WARNING`
        public static let warning = Self(rawValue: 1)
        /// An error. `VIR_ERR_ERROR`
        public static let error = Self(rawValue: 2)
    }
}

extension LibvirtError {
    /// The same error of a connection that leads to `place`.
    func at(_ place: String?) -> LibvirtError {
        var error = self
        error.place = place
        return error
    }
}

extension LibvirtError: CustomStringConvertible {
    public var description: String { message.isEmpty ? "libvirt error, \(code)" : message }
}

extension LibvirtError {
    static let cancelled = LibvirtError(code: .cancelled, message: "the call was cancelled before it was made")
    static let closed = LibvirtError(code: .connectionClosed, message: "the connection was closed")
    static let connectionLost = LibvirtError(
        code: .connectionClosed, domain: .streams, message: "the connection to the host was lost")
    /// The peer was asked whether it is there, and has not answered.
    static func silent(_ time: Duration) -> LibvirtError {
        LibvirtError(
            code: .connectionClosed, domain: .rpc, message: "no answer for \(time.components.seconds) seconds")
    }

    static let noThread = LibvirtError(code: .noThread, message: "no thread can be started for the call")

    /// The answer to a string that cannot be handed to C.
    static func invalidText(_ what: String) -> LibvirtError {
        LibvirtError(code: .invalidText, message: "\(what) contains a NUL character")
    }
}

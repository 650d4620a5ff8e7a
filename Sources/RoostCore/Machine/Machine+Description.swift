import Libvirt
import LibvirtXML

extension Machine {
    /// Which description is wanted.
    public enum Description: Hashable, Sendable {
        /// Of the running machine; of the defined one where it is off.
        case live
        /// What the next start uses.
        case nextStart
    }

    /// libvirt's description as XML. Maps to `virDomainGetXMLDesc`.
    /// - Parameter secrets: whether passwords are in it.
    /// - Throws: ``Failure``; of kind permission for secrets on a connection that may only read.
    public func xml(_ which: Description = .live, secrets: Bool = false) async throws(Failure) -> String {
        var flags: Libvirt.Domain.XMLFlags = []
        if which == .nextStart { flags.insert(.inactive) }
        if secrets { flags.insert(.secure) }
        return try await doing("Cannot read the description of \(label)") { () throws(LibvirtError) in
            try await domain.xml(flags)
        }
    }

    /// The same, taken apart.
    func description(_ which: Description = .live, secrets: Bool = false) async throws(Failure) -> LibvirtXML.Domain {
        let text = try await xml(which, secrets: secrets)
        do {
            return try LibvirtXML.Domain(parsing: text)
        } catch {
            throw Failure(.general, "Cannot read the description of \(label)", why: "\(error)")
        }
    }
}

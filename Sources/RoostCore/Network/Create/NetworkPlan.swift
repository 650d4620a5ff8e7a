import LibvirtXML
import XMLTree

/// A network that is decided and not made yet.
public struct NetworkPlan: Sendable {
    public let request: NetworkRequest
    /// What libvirt is given.
    let view: LibvirtXML.Network
    /// What the person should know, a sentence each.
    public let notices: [String]

    public var settings: NetworkSettings { NetworkSettings(view) }

    /// libvirt's description of it.
    public func xml() throws(Failure) -> String {
        do {
            return try view.xml(.indented(by: 2))
        } catch {
            throw Failure(.usage, "Cannot create network \(request.name)", why: "\(error)")
        }
    }
}

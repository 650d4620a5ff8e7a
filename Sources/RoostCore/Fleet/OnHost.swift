/// Something that is on one host.
public protocol OnHost: Sendable {
    var host: Host { get }
}

extension Volume: OnHost {}

import ArgumentParser
import RoostCore

extension HostTarget {
    /// The one host that an argument, or else --host, or else the environment means; nothing is connected to.
    init(named name: String?, _ options: HostOptions) throws {
        try options.server.refuse()
        let named = [name].compactMap(\.self) + options.host
        guard named.count <= 1 else { throw ValidationError("This goes to one host; \(named.count) are named.") }
        self = try HostLocator.system.target(option: named.first)
    }
}

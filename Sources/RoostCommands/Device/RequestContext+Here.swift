import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension RequestContext {
    /// What relative paths mean in a command about a host: nothing on another computer.
    static func here(for host: Host) -> RequestContext {
        RequestContext(workingDirectory: host.uri.isLocal ? FileManager.default.currentDirectoryPath : nil)
    }
}

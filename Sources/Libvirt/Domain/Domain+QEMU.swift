internal import CLibvirt
import Glibc

// QEMU's own commands. libvirt passes them on and does not support what they do behind its back.

extension Domain {
    /// Sends a command to QEMU's monitor.
    ///
    /// Maps to `virDomainQemuMonitorCommand`.
    ///
    /// - Parameters:
    ///   - command: in JSON, or for people.
    ///   - human: the command is in the language for people.
    public func monitorCommand(_ command: String, human: Bool = false) async throws(LibvirtError) -> String {
        let flags = human ? VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP.rawValue : 0
        return try await blocking("virDomainQemuMonitorCommand", texts: [command]) { domain throws(LibvirtError) in
            var result: UnsafeMutablePointer<CChar>?
            unsafe try check(virDomainQemuMonitorCommand(domain, command, &result, flags))
            return unsafe takeOptionalString(result) ?? ""
        }
    }

    /// Sends a command to QEMU's monitor, with open files.
    ///
    /// Maps to `virDomainQemuMonitorCommandWithFiles`.
    ///
    /// - Parameter files: descriptors, which stay the caller's; the connection must be to this host over a UNIX socket.
    /// - Returns: the answer, and descriptors that are the caller's to close.
    public func monitorCommand(
        _ command: String, files: [Int32]
    ) async throws(LibvirtError) -> (answer: String, files: [Int32]) {
        try await blocking("virDomainQemuMonitorCommandWithFiles", texts: [command]) { domain throws(LibvirtError) in
            var files = files
            var received: UnsafeMutablePointer<Int32>?
            var receivedCount: UInt32 = 0
            var result: UnsafeMutablePointer<CChar>?
            unsafe try check(
                virDomainQemuMonitorCommandWithFiles(
                    domain, command, UInt32(files.count), &files, &receivedCount, &received, &result, 0))
            defer { unsafe Glibc.free(received) }
            let descriptors = unsafe Array(UnsafeBufferPointer(start: received, count: Int(receivedCount)))
            return (unsafe takeOptionalString(result) ?? "", descriptors)
        }
    }
}

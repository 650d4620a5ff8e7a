import Glibc

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Whether this computer's processor runs guests, for programs that start QEMU without libvirt.
enum LocalVirtualization {
    /// As in ``Acceleration``: a /dev/kvm that opens says little where the processor does not show the flag.
    static var isUsable: Bool {
        guard case .found(let status) = LocalFiles.look("/dev/kvm"), status.kind == .other,
            LocalFiles.mayWrite("/dev/kvm")
        else { return false }
        // Without the file there are no flags to be seen, as on other architectures.
        let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        guard let flags = text.split(separator: "\n").first(where: { $0.hasPrefix("flags") }) else { return true }
        return flags.split(separator: " ").contains { $0 == "svm" || $0 == "vmx" }
    }
}

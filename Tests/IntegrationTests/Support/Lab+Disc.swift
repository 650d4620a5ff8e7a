#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Lab {
    /// Presses a disc where QEMU may read it.
    /// - Parameters:
    ///   - label: by which the osinfo database knows it.
    ///   - files: "place on the disc=file of this computer".
    /// - Returns: its path.
    func disc(_ label: String, _ files: [String]) async throws -> String {
        let disc = "\(Self.imageDirectory)/\(prefix)medium.iso"
        atEnd("the disc \(disc)") {
            if FileManager.default.fileExists(atPath: disc) { try FileManager.default.removeItem(atPath: disc) }
        }
        let pressed = try await Program.named("xorriso").run(
            ["-as", "mkisofs", "-quiet", "-R", "-V", label, "-o", disc, "-graft-points"] + files)
        guard pressed.succeeded else { throw LabError(what: "xorriso: \(pressed)") }
        return disc
    }
}

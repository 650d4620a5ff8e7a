#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension LoginFolder {
    private var processFile: String { path + "/pid" }

    func write(process: Int32) throws(Failure) {
        do {
            try Data("\(process)\n".utf8).write(to: URL(filePath: processFile), options: .atomic)
        } catch {
            throw Failure(.general, "Cannot write \(processFile)", why: "\(error)")
        }
    }

    /// The process of the ssh that logged in; nil where it is not known.
    func readProcess() -> Int32? {
        guard let data = FileManager.default.contents(atPath: processFile) else { return nil }
        return Int32(String(decoding: data, as: UTF8.self).filter { !$0.isNewline }).flatMap { $0 > 1 ? $0 : nil }
    }

    /// Whether a process was started, or calls itself, by this login's control socket: its number may be another's by now.
    func isControlled(by process: Int32) -> Bool {
        guard let words = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { return false }
        return words.split { $0 == 0 || $0 == UInt8(ascii: " ") }.contains {
            String(decoding: $0, as: UTF8.self) == control
        }
    }
}

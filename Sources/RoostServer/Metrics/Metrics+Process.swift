import Foundation

extension Metrics {
    /// What the process itself takes.
    func measureProcess() {
        gauge("process_resident_memory_bytes", "Resident memory size in bytes.") {
            // Lines such as "VmRSS:     1234 kB".
            guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
                let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
                let kibibytes = Double(line.split { !$0.isNumber }.first ?? "")
            else { return .nan }
            return kibibytes * 1024
        }
        gauge("process_open_fds", "Number of open file descriptors.") {
            // Not to be had, it is not a number.
            (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map { Double($0.count) } ?? .nan
        }
        let start = Date().timeIntervalSince1970
        gauge("process_start_time_seconds", "Start time of the process since unix epoch in seconds.") { start }
    }
}

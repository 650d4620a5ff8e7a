import RoostCore
import TerminalOutput

/// Prints the log of a serial port: on a terminal without what would drive it, else byte by byte.
struct SerialLogPrint {
    let log: any SiteLog

    func run(follow: Bool) async throws {
        let output = StreamOutput.standardOutput
        let cleaner = output.isTerminal ? LogCleaner() : nil
        try await log.read(follow: follow) { bytes in
            if let cleaner {
                try output.write(cleaner.clean(bytes))
            } else {
                try output.write(bytes: bytes)
            }
            try output.flush()
        }
        if let cleaner {
            try output.write(cleaner.rest())
            try output.flush()
        }
    }
}

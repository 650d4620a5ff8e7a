internal import Libvirt
import LibvirtXML

/// What a machine's serial port has said since it was made, read from the file that its host keeps.
///
/// It comes through libvirt: so it works for hosts far away, and without the right to read the file. libvirt's log daemon
/// begins a new file when one is full, and keeps a few: NAME, NAME.0 before it, NAME.1 before that.
public struct SerialLog: Sendable {
    let connection: Connection
    let path: String
    /// The machine's.
    let label: String

    /// The most that is held in memory, in bytes.
    static let window: UInt64 = 256 << 10
    /// A file that grows has no event.
    static let interval = Duration.seconds(1)

    /// Hands out all that is there, first to last.
    /// - Parameters:
    ///   - follow: also all that comes, until the task is cancelled.
    ///   - take: gets at most 256 KiB at a time.
    /// - Throws: ``Failure`` of kind notFound when the host has no such file yet; what `take` throws.
    public func read(follow: Bool = false, _ take: @Sendable ([UInt8]) async throws -> Void) async throws {
        try await holding { () throws in
            var reader = SerialLogReader(log: self)
            try await reader.readOlder(take)
            while true {
                let isThere = try await reader.readNew(take)
                guard follow else {
                    if !isThere { throw missing }
                    return
                }
                try await Task.sleep(for: Self.interval)
            }
        }
    }

    /// The last of what is there.
    /// - Parameter count: at most so many bytes, held in memory.
    /// - Throws: ``Failure`` of kind notFound when the host has no such file yet.
    public func end(_ count: Int) async throws -> [UInt8] {
        try await holding { () throws in
            guard let bytes = try await SerialLogReader(log: self).readEnd(count) else { throw missing }
            return bytes
        }
    }

    /// Keeps a pool of the file's directory open meanwhile, which each look would else open for itself.
    func holding<Value>(_ body: () async throws -> Value) async throws -> Value {
        let (directory, _) = try place
        return try await DirectoryPool(connection: connection, path: directory).holding(body)
    }

    var place: (directory: String, name: String) {
        get throws(Failure) {
            guard let place = DeletableVolume.split(path) else { throw missing }
            return place
        }
    }

    /// Whether libvirt says that there is not even the directory, as before a session's first machine. It has no code for that.
    static func isWithoutDirectory(_ error: LibvirtError) -> Bool {
        error.code == .systemError && error.message.contains("No such file or directory")
    }

    var missing: Failure {
        Failure(
            .notFound, "There is no log of the serial port of \(label)", why: "the host has no \(path)",
            remedy: "It begins with the machine's first start.")
    }
}

extension Machine {
    /// The log of its first serial port, or of the first console.
    /// - Throws: ``Failure`` of kind unsupported for a machine that keeps none.
    public func serialLog() async throws(Failure) -> SerialLog {
        let devices = try await description().devices
        guard let path = devices.serials.compactMap(\.logFile).first ?? devices.consoles.compactMap(\.logFile).first
        else {
            throw Failure(
                .unsupported, "\(label) keeps no log of its serial port",
                remedy: "Machines that Roost makes have one. Add <log file='PATH' append='on'/> to its <serial> with "
                    + "roost edit \(reference); it counts from the next start.")
        }
        return SerialLog(connection: host.connection, path: path, label: label)
    }
}

import Glibc
import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What remote-viewer is told to connect to, with the password, which must not stand among its arguments.
enum ConnectionFile {
    /// The text of a `.vv` file. The viewer deletes the file once it has read it.
    static func text(machine: String, display: MachineDisplay, password: String?) -> String {
        var lines = ["[virt-viewer]", "type=\(escaped(display.type))", "title=\(escaped(machine))"]
        if let socket = display.socket {
            lines.append("unix-path=\(escaped(socket))")
        } else {
            lines.append("host=\(escaped(display.localAddress))")
            if let port = display.port { lines.append("port=\(port)") }
            if let port = display.tlsPort { lines.append("tls-port=\(port)") }
        }
        if let password { lines.append("password=\(escaped(password))") }
        lines.append("delete-this-file=1")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Without this a line break in a title or password would begin a key of its own.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case " " where result.isEmpty: result += "\\s"
            case "\0": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Writes it where only this user can read it, and gives its path.
    static func write(_ text: String, environment: [String: String]) throws(Failure) -> String {
        let directory = environment["XDG_RUNTIME_DIR"] ?? environment["TMPDIR"] ?? "/tmp"
        let url = URL(filePath: directory).appending(path: "roost-\(UUID().uuidString).vv")
        // Not even for a moment may others read it.
        let mask = umask(0o077)
        defer { umask(mask) }
        do {
            try Data(text.utf8).write(to: url, options: .withoutOverwriting)
        } catch {
            throw Failure(.general, "Cannot write \(url.path)", why: "\(error)")
        }
        return url.path
    }
}

import Glibc
import NIOCore
import SystemPackage

/// Why a port of this computer cannot be listened on.
struct ListenProblem {
    let address: String
    let port: UInt16
    let error: any Error

    var failure: Failure {
        let place = address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
        let task = "Cannot listen on \(place)"
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE:
            return Failure(
                .exists, task, why: "another program uses the port",
                remedy: "Give another one, or 0 for a free one, as in 0:80. Who has it: ss -ltnp 'sport = :\(port)'")
        case EACCES:
            return Failure(
                .permission, task, why: "ports below 1024 are root's",
                remedy: "Give a port from 1024 on, or 0 for a free one, as in 0:80.")
        case EADDRNOTAVAIL:
            return Failure(
                .usage, task, why: "this computer has no such address", remedy: "ip address shows those it has.")
        default: return Failure(.general, task, why: Self.reason(error))
        }
    }

    /// In the system's words, where it is one of its errors.
    static func reason(_ error: any Error) -> String {
        if let code = (error as? IOError)?.errnoCode { return Errno(rawValue: code).description }
        if case .connectTimeout? = error as? ChannelError { return "no answer" }
        return "\(error)"
    }
}

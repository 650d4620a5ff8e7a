import RoostCore
import WebSocketUpgrade

/// Why the server ends a console: what the page decides by, and says in its own words.
enum ConsoleClose {
    /// The machine is off: there is something to see again when it was started.
    static let off = WebSocketClose(4001, "the machine is off")
    /// The machine does not exist any more.
    static let gone = WebSocketClose(4002, "the machine does not exist any more")
    /// Somebody else has the serial console.
    static func taken(_ who: String?) -> WebSocketClose { WebSocketClose(4003, who ?? "somebody else has it open") }
    /// The session was ended, or its person may not do this any more.
    static let revoked = WebSocketClose(4004, "the session has ended")
    /// The machine has no such console, or one that cannot be shown.
    static func unsupported(_ why: String) -> WebSocketClose { WebSocketClose(4005, why) }
    /// Too many consoles are open.
    static func tooMany(_ why: String) -> WebSocketClose { WebSocketClose(4006, why) }
    /// The display, or its host, is gone for now; another try makes sense.
    static func lost(_ why: String) -> WebSocketClose { WebSocketClose(4007, why) }
    /// The server failed; its log has the reason.
    static let failed = WebSocketClose(1011, "the server failed")

    static func after(_ failure: Failure) -> WebSocketClose {
        let why = failure.why ?? failure.what
        return switch failure.kind {
        case .state: off
        case .notFound: gone
        case .unsupported, .permission: unsupported(why)
        default: lost(why)
        }
    }
}

/// What sort of failure it is: decides the exit code of the command line and the HTTP status of the server.
///
/// A struct, so that a kind added later breaks no switch of a caller.
public struct FailureKind: Hashable, Sendable, Codable {
    /// The stable word that scripts and the REST API see.
    public let name: String
    /// The command line's exit code, 1…125.
    public let exitCode: Int32
    /// The HTTP status of the same failure, 400…599.
    public let httpStatus: Int

    /// Anything that has no kind of its own.
    public static let general = FailureKind(name: "failed", exitCode: 1, httpStatus: 500)
    /// The command, option or document is wrong: nothing was tried.
    public static let usage = FailureKind(name: "usage", exitCode: 2, httpStatus: 400)
    /// The host, or its libvirt daemon, does not answer.
    public static let unreachable = FailureKind(name: "unreachable", exitCode: 3, httpStatus: 502)
    /// The user may not do this.
    public static let permission = FailureKind(name: "permission", exitCode: 4, httpStatus: 403)
    /// No such machine, network, pool, volume or file.
    public static let notFound = FailureKind(name: "not-found", exitCode: 5, httpStatus: 404)
    /// The name, address or file is taken.
    public static let exists = FailureKind(name: "exists", exitCode: 6, httpStatus: 409)
    /// Not possible in the present state, such as a start of a running machine.
    public static let state = FailureKind(name: "state", exitCode: 7, httpStatus: 409)
    /// The host lacks something: disk space, memory, a free port.
    public static let resources = FailureKind(name: "resources", exitCode: 8, httpStatus: 507)
    /// The time given for it has passed. What was waited for may still happen.
    public static let timeout = FailureKind(name: "timeout", exitCode: 9, httpStatus: 504)
    /// The host, its hypervisor or this guest cannot do it.
    public static let unsupported = FailureKind(name: "unsupported", exitCode: 10, httpStatus: 422)
    /// Some of several things failed, others were done.
    public static let partial = FailureKind(name: "partial", exitCode: 11, httpStatus: 207)
    /// A host was looked at, and something keeps its machines from running well.
    public static let unfit = FailureKind(name: "unfit", exitCode: 12, httpStatus: 409)
    /// The person stopped it.
    public static let interrupted = FailureKind(name: "interrupted", exitCode: 130, httpStatus: 499)

    /// Every kind, in the order of the exit codes; the manual's table is made from it.
    public static let all: [FailureKind] = [
        .general, .usage, .unreachable, .permission, .notFound, .exists, .state, .resources, .timeout, .unsupported,
        .partial, .unfit, .interrupted,
    ]

    /// One line on the kind for the manual.
    public var meaning: String { Self.meanings[name] ?? "" }

    private static let meanings = [
        "failed": "something failed that has no code of its own",
        "usage": "the command or an option is wrong; nothing was tried",
        "unreachable": "the host or its libvirt daemon does not answer",
        "permission": "the user may not do this",
        "not-found": "no such machine, network, pool, volume or file",
        "exists": "the name, address or file is taken",
        "state": "not possible in the present state",
        "resources": "the host lacks disk space, memory or a port",
        "timeout": "the time given has passed; what was waited for may still happen",
        "unsupported": "the host or the guest cannot do it",
        "partial": "some of several things failed, the others were done",
        "unfit": "a check of a host found a failure",
        "interrupted": "stopped by Ctrl-C",
    ]
}

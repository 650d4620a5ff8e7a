/// The refusals of the doorkeeper.
extension Problem {
    static let unauthenticated = Problem(
        "unauthenticated", status: 401, "Not logged in", remedy: "Log in, or send an API token.")

    static let elevationNeeded = Problem(
        "elevation-needed", status: 403, "This needs administration rights",
        remedy: "Give your password once more to use them for a while.")

    static func roleNeeded(_ role: Role) -> Problem {
        Problem(
            "role-needed", status: 403, "This needs the role \(role.rawValue)",
            remedy: "Ask an administrator for a group that has it.")
    }

    static func outsideTheTokensHost(_ host: String) -> Problem {
        Problem("token-scope", status: 403, "The token is for host \(host) only")
    }

    static let crossSite = Problem(
        "cross-site", status: 403, "The request comes from another site",
        detail: "Its Origin is not this server's own address.")

    static let forgeryToken = Problem(
        "forgery-token", status: 403, "The X-Roost-CSRF header is missing or wrong",
        remedy: "Read it anew from GET /api/v1/session.")

    static let notFound = Problem("not-found", status: 404, "There is nothing at this address")
}

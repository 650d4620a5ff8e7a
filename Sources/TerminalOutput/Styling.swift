/// Whether text may be styled, decided once for each output.
public struct Styling: Sendable, Hashable {
    public let isEnabled: Bool

    public init(isEnabled: Bool) { self.isEnabled = isEnabled }

    /// `NO_COLOR` (set and not empty) always wins; `CLICOLOR_FORCE` (not empty, not `0`) styles pipes and files too;
    /// otherwise only a terminal that can do it gets styles.
    public init(isTerminal: Bool, environment: [String: String]) {
        let refused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        let forced = environment["CLICOLOR_FORCE"].map { !$0.isEmpty && $0 != "0" } ?? false
        isEnabled = !refused && (forced || isTerminal && environment["TERM"] != "dumb")
    }

    /// `text` must be safe to print already; see `HostileText`.
    public func apply(_ style: Style, to text: String) -> String {
        guard isEnabled, let code = style.code, !text.isEmpty else { return text }
        return "\u{1b}[\(code)m\(text)\u{1b}[0m"
    }
}

/// Why two sides of RFB (RFC 6143) do not come together.
struct RFBProblem: Error, Hashable {
    let why: String

    init(_ why: String) { self.why = why }
}

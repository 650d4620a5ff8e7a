/// How many consoles may be open.
struct ConsoleLimits: Hashable, Sendable {
    var perUser = 32
    var total = 512
}

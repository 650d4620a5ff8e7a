/// One element of an option's comma list: `size=10`, or a bare word such as `vnc`.
struct OptionElement: Sendable, Equatable {
    var name: String
    /// nil when the element has no `=`.
    var value: String?
}

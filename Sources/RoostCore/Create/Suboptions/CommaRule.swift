/// Which elements after a comma still belong to a suboption's value, so that `cpuset=0,2,3` needs no quotes.
enum CommaRule: Sendable {
    case none
    /// Everything up to the next element that has a known name.
    case untilKnownName
    /// The elements that look right and have no known name.
    case matching(@Sendable (String) -> Bool)
}

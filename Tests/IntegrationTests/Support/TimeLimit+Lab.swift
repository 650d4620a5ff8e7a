import Testing

extension Trait where Self == TimeLimitTrait {
    /// For a test that hangs. The wait for a turn counts too: the tests of all suites start together, two have guests at a
    /// time, so the limit is that of the whole run.
    static var labLimit: Self { .timeLimit(.minutes(45)) }
}

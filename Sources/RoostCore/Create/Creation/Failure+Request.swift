extension Failure {
    /// A request that cannot be understood.
    public init(_ error: RequestError) {
        let option = error.suboption.map { "\(error.option) \($0)" } ?? error.option
        self.init(.usage, option, why: error.what, remedy: error.remedy)
    }
}

extension Failure {
    /// A request that cannot be understood.
    public init(_ error: RequestError) {
        self.init(.usage, error.place, why: error.what, remedy: error.remedy)
    }
}

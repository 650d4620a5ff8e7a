/// The way to the blocking threads, shared by the connection and every object of it.
protocol LibvirtCaller: Sendable {
    /// The handle to make a call with. Throws when the connection was closed by its owner.
    func usableHandle() throws(LibvirtError) -> Handle
}

extension LibvirtCaller {
    /// Runs `body` with the object's pointer on one of the connection's blocking threads.
    ///
    /// - Parameters:
    ///   - name: the C function that `body` calls, for the statistics.
    ///   - texts: strings that `body` passes on; one with a NUL in it, of which C would see the end too early, is refused.
    @safe func blocking<Value: Sendable>(
        _ name: String, texts: [String?] = [],
        _ body: @escaping @Sendable (OpaquePointer) throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
        for case let text? in texts { try checkText(text, "an argument of \(name)") }
        let handle = try usableHandle()
        return try await handle.calls.blocking(name) { () throws(LibvirtError) in
            unsafe try body(handle.pointer)
        }
    }

    /// Makes a call that answers with a number, which is negative when it failed.
    @discardableResult
    @safe func call(
        _ name: String, texts: [String?] = [], _ body: @escaping @Sendable (OpaquePointer) -> Int32
    ) async throws(LibvirtError) -> Int32 {
        try await blocking(name, texts: texts) { pointer throws(LibvirtError) in unsafe try check(body(pointer)) }
    }

    /// Makes a call that answers with 1 or 0, or a negative number when it failed.
    @safe func callForTruth(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) -> Int32
    ) async throws(LibvirtError) -> Bool {
        try await call(name, body) > 0
    }

    /// Makes a call that answers with a string, which is nil when it failed and the caller's to free otherwise.
    @safe func callForString(
        _ name: String, texts: [String?] = [],
        _ body: @escaping @Sendable (OpaquePointer) -> UnsafeMutablePointer<CChar>?
    ) async throws(LibvirtError) -> String {
        try await blocking(name, texts: texts) { pointer throws(LibvirtError) in
            unsafe try takeString(body(pointer))
        }
    }

    /// Makes a call that answers with a count and an array of strings, both of which are the caller's to free.
    @safe func callForStrings(
        _ name: String, texts: [String?] = [],
        _ body:
            @escaping @Sendable (
                OpaquePointer, UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
            ) -> Int32
    ) async throws(LibvirtError) -> [String] {
        try await blocking(name, texts: texts) { pointer throws(LibvirtError) in
            var strings: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
            let count = try check(unsafe body(pointer, &strings))
            return unsafe takeStrings(strings, count: Int(count))
        }
    }
}

/// What every handle of a libvirt object shares: its connection, its pointer, and the way to the blocking threads.
protocol LibvirtObject: AnyObject, Sendable {
    var connection: Connection { get }
    var handle: Handle { get }
}

extension LibvirtObject {
    /// Runs `body` with the object's pointer on one of the connection's blocking threads.
    ///
    /// - Parameter name: the C function that `body` calls, for the statistics.
    @safe func blocking<Value: Sendable>(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
        try connection.checkOpen()
        let handle = handle
        return try await handle.calls.blocking(name) { () throws(LibvirtError) in
            unsafe try body(handle.pointer)
        }
    }

    /// Makes a call that answers with a number, which is negative when it failed.
    @discardableResult
    @safe func call(_ name: String, _ body: @escaping @Sendable (OpaquePointer) -> Int32) async throws(LibvirtError)
        -> Int32
    {
        try await blocking(name) { pointer throws(LibvirtError) in unsafe try check(body(pointer)) }
    }

    /// Makes a call that answers with a string, which is nil when it failed and the caller's to free otherwise.
    @safe func callForString(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) -> UnsafeMutablePointer<CChar>?
    ) async throws(LibvirtError) -> String {
        try await blocking(name) { pointer throws(LibvirtError) in unsafe try takeString(body(pointer)) }
    }
}

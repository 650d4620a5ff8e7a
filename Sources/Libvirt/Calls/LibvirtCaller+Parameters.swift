internal import CLibvirt

extension LibvirtCaller {
    /// Makes a call that hands out typed parameters, which are the caller's to free.
    @safe func callForParameters(
        _ name: String,
        _ body:
            @escaping @Sendable (
                OpaquePointer, UnsafeMutablePointer<virTypedParameterPtr?>, UnsafeMutablePointer<Int32>
            ) -> Int32
    ) async throws(LibvirtError) -> TypedParameters {
        try await blocking(name) { pointer throws(LibvirtError) in
            var parameters: virTypedParameterPtr?
            var count: Int32 = 0
            try check(unsafe body(pointer, &parameters, &count))
            return unsafe TypedParameters(taking: parameters, count: Int(count))
        }
    }

    /// Makes one of the older calls that fill an array of typed parameters: once for its size, once for its content.
    @safe func callToFillParameters(
        _ name: String, texts: [String?] = [],
        _ body: @escaping @Sendable (OpaquePointer, virTypedParameterPtr?, UnsafeMutablePointer<Int32>) -> Int32
    ) async throws(LibvirtError) -> TypedParameters {
        let statistics = try usableHandle().calls.statistics
        return try await blocking(name, texts: texts) { pointer throws(LibvirtError) in
            try TypedParameters { parameters, count in
                // The first question is counted already.
                if unsafe parameters != nil { statistics.count(name) }
                return unsafe body(pointer, parameters, count)
            }
        }
    }

    /// Makes a call that takes typed parameters.
    @safe func call(
        _ name: String, with parameters: TypedParameters, texts: [String?] = [],
        _ body: @escaping @Sendable (OpaquePointer, virTypedParameterPtr?, Int32) -> Int32
    ) async throws(LibvirtError) {
        try await blocking(name, texts: texts) { pointer throws(LibvirtError) in
            _ = try parameters.withC { (list, count) throws(LibvirtError) in
                unsafe try check(body(pointer, list, count))
            }
        }
    }
}

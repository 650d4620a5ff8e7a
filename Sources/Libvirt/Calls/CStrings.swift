import Glibc

/// Calls `body` with C's form of several strings, which is valid for as long as `body` runs; nil for none at all.
func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
    guard !strings.isEmpty else { return body(nil) }
    let copies = unsafe strings.map { unsafe strdup($0) }
    defer {
        for index in strings.indices { unsafe Glibc.free(copies[index]) }
    }
    var pointers = unsafe copies.map { unsafe UnsafePointer($0) }
    return unsafe pointers.withUnsafeMutableBufferPointer { unsafe body($0.baseAddress) }
}

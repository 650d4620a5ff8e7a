// How the answers of libvirt's C functions are read. Everything here must run on the thread, and in the closure, that made
// the call, because libvirt keeps its last error for each thread.

internal import CLibvirt
import Glibc

/// Passes on a number that is not negative, throws libvirt's last error otherwise.
@discardableResult
func check(_ result: Int32) throws(LibvirtError) -> Int32 {
    guard result >= 0 else { throw LibvirtError.takeLast() }
    return result
}

/// Passes on a pointer that is not nil, throws libvirt's last error otherwise.
func check(_ pointer: OpaquePointer?) throws(LibvirtError) -> OpaquePointer {
    guard let pointer = unsafe pointer else { throw LibvirtError.takeLast() }
    return unsafe pointer
}

/// Copies and frees a string that libvirt allocated, throws libvirt's last error when there is none.
func takeString(_ string: UnsafeMutablePointer<CChar>?) throws(LibvirtError) -> String {
    guard let string = unsafe takeOptionalString(string) else { throw LibvirtError.takeLast() }
    return string
}

/// Copies and frees a string that libvirt allocated, if there is one. Bytes that are no UTF-8 are replaced.
func takeOptionalString(_ string: UnsafeMutablePointer<CChar>?) -> String? {
    guard let string = unsafe string else { return nil }
    defer { unsafe Glibc.free(string) }
    return unsafe String(cString: string)
}

/// Copies and frees an array of `count` strings and the strings in it, all allocated by libvirt.
func takeStrings(_ strings: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, count: Int) -> [String] {
    guard let strings = unsafe strings else { return [] }
    defer { unsafe Glibc.free(strings) }
    return (0..<count).compactMap { unsafe takeOptionalString(strings[$0]) }
}

/// Makes one of libvirt's `…ListAll…` calls and turns each object that it hands out into a value that owns it.
///
/// - Parameter adopt: takes over the object's reference; it is called for every object.
func takeList<Value>(
    _ list: (_ objects: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>) -> Int32,
    adopt: (OpaquePointer) -> Value
) throws(LibvirtError) -> [Value] {
    var objects: UnsafeMutablePointer<OpaquePointer?>?
    let count = Int(try check(unsafe list(&objects)))
    guard let objects = unsafe objects else { return [] }
    defer { unsafe Glibc.free(objects) }
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<count {
        if let object = unsafe objects[index] { values.append(unsafe adopt(object)) }
    }
    return values
}

/// The text of a fixed-size C array of characters, up to its first NUL.
func text<Storage>(of storage: Storage) -> String {
    unsafe withUnsafeBytes(of: storage) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}

/// Copies a string that stays libvirt's, if there is one. Bytes that are no UTF-8 are replaced.
func copyString(_ string: UnsafePointer<CChar>?) -> String? {
    unsafe string.map { unsafe String(cString: $0) }
}

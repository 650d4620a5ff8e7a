import COsinfo

/// One of libosinfo's reference-counted objects, released with this value.
///
/// Invariant: the pointer is an `OsinfoEntity` or an `OsinfoList` for which this object holds one reference.
@safe
final class LibraryObject {
    let pointer: UnsafeMutableRawPointer

    /// Takes over the caller's reference.
    init?(owning pointer: UnsafeMutableRawPointer?) {
        guard let pointer = unsafe pointer else { return nil }
        unsafe self.pointer = pointer
    }

    /// Adds a reference of its own.
    init(borrowing pointer: UnsafeMutableRawPointer) {
        unsafe self.pointer = g_object_ref(pointer)
    }

    deinit { unsafe g_object_unref(pointer) }

    var id: String { unsafe roost_osinfo_id(pointer).map { unsafe String(cString: $0) } ?? "" }

    /// One parameter of an entity.
    subscript(key: String) -> String? {
        unsafe roost_osinfo_value(pointer, key).map { unsafe String(cString: $0) }
    }

    /// All values of a parameter of an entity, in the order of the file.
    func values(_ key: String) -> [String] {
        let list = unsafe roost_osinfo_values(pointer, key)
        defer { unsafe g_list_free(list) }
        var found: [String] = []
        var node = unsafe list
        while let current = unsafe node {
            if let data = unsafe current.pointee.data {
                unsafe found.append(String(cString: data.assumingMemoryBound(to: CChar.self)))
            }
            unsafe node = current.pointee.next
        }
        return found
    }

    /// The elements of a list.
    var items: [LibraryObject] {
        unsafe (0..<max(0, Int(roost_osinfo_list_count(pointer)))).compactMap { index in
            unsafe roost_osinfo_list_item(pointer, Int32(index)).map { unsafe LibraryObject(borrowing: $0) }
        }
    }
}

import CWebFiles

/// The page's files, as they were below Web/ when the program was built.
public enum WebFiles {
    /// The content by the path below Web/, such as `styles/main.css`.
    public static let all: [String: [UInt8]] = {
        var files: [String: [UInt8]] = [:]
        // The list and all that it points to are constants of the program.
        for index in 0..<roost_web_file_count() {
            guard let file = unsafe roost_web_file_list()?[index] else { continue }
            let path = unsafe String(cString: file.path)
            unsafe files[path] = [UInt8](UnsafeBufferPointer(start: file.bytes, count: file.size))
        }
        return files
    }()
}

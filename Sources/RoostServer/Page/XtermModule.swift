import Foundation
import NIOPosix

/// xterm.js as one module. Debian packages its parts for Node; the file that is meant for browsers is an empty shell there.
enum XtermModule {
    /// Its address.
    static let name = "vendor/xterm/xterm.module.js"
    private static let package = "node-xterm"

    /// - Throws: ``Problem`` where the package is not installed, or has become another.
    static func file(directory: String = "/usr/share/nodejs/xterm/lib") async throws -> PageFile {
        try await NIOThreadPool.singleton.runIfActive {
            let entry = "public/Terminal.js"
            guard FileManager.default.fileExists(atPath: "\(directory)/\(entry)") else {
                throw Problem(
                    "package-missing", status: 404, "The package \(package) is not installed on the server",
                    remedy: "apt-get install \(package)")
            }
            let text = try CommonJSBundle(directory: directory, entry: entry).module(exporting: "Terminal")
            return PageFile(Array(text.utf8), name: name)
        }
    }
}

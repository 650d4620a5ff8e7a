import Foundation
import NIOCore
import NIOPosix

/// A directory whose files are sent. Links in it are followed: what its owner put there is meant.
struct PageDirectory: Sendable {
    let path: String
    /// Files that are larger are none of a page.
    private static let largest = 32 << 20

    /// - Returns: nil where there is no such file.
    func file(_ name: PagePath) async throws -> PageFile? {
        let full = path + "/" + name.text
        return try await NIOThreadPool.singleton.runIfActive {
            let attributes: [FileAttributeKey: Any]
            do {
                attributes = try FileManager.default.attributesOfItem(
                    atPath: URL(filePath: full).resolvingSymlinksInPath().path())
            } catch CocoaError.fileReadNoSuchFile {
                return nil
            }
            guard attributes[.type] as? FileAttributeType == .typeRegular,
                let size = (attributes[.size] as? NSNumber)?.intValue, size <= Self.largest
            else { return nil }
            return PageFile(try Data(contentsOf: URL(filePath: full)), name: name.text)
        }
    }

    var exists: Bool { FileManager.default.fileExists(atPath: path) }
}

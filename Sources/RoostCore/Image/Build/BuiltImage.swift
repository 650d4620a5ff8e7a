#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A built image as a file of this computer.
public struct BuiltImage: Hashable, Sendable, Codable {
    public var path: String
    /// What it takes, in bytes.
    public var size: UInt64
    /// What a machine sees, in bytes.
    public var virtualSize: UInt64

    /// Builds an image into a file, which is there whole or not at all.
    /// - Throws: ``Failure`` of kind exists when there is a file of that name already.
    public static func building(_ recipe: ImageRecipe, to path: String) -> Operation<BuiltImage> {
        Operation("build \(recipe.release.name)", host: "this computer") { report in
            let task = "Cannot build \(path)"
            try checkFree(path, task)
            return try await ImageBuilder(recipe: recipe).build(report) { built in
                // Beside the final place first: the build's own folder may be on another file system.
                let partial = "\(path).part-\(String(UInt64.random(in: .min ... .max), radix: 36))"
                do {
                    try FileManager.default.copyItem(atPath: built, toPath: partial)
                } catch {
                    LocalFiles.remove(partial)
                    throw Failure(.resources, task, why: "\(error)")
                }
                do throws(LocalFiles.Errno) {
                    try LocalFiles.rename(partial, to: path, replacing: false)
                } catch {
                    LocalFiles.remove(partial)
                    try checkFree(path, task)
                    throw Failure(.resources, task, why: "it cannot be given its name (error \(error.number))")
                }
                let head = try LocalFiles.head(path, count: 1)
                return BuiltImage(path: path, size: head.allocated, virtualSize: UInt64(recipe.gibibytes) << 30)
            }
        }
    }

    private static func checkFree(_ path: String, _ task: String) throws(Failure) {
        guard LocalFiles.lookAtLink(path) == .missing else {
            throw Failure(.exists, task, why: "there is a file of that name", remedy: "Choose another, or remove it.")
        }
    }
}

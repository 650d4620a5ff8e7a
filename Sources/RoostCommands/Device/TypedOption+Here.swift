import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension TypedOption {
    /// As it was typed in the directory where the command runs.
    static func here(_ text: String) -> TypedOption {
        TypedOption(text, in: FileManager.default.currentDirectoryPath)
    }
}

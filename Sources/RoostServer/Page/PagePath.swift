import Foundation

/// A path below a directory that leads nowhere else.
struct PagePath: Hashable, Sendable {
    /// Without a slash in front: `styles/main.css`.
    let text: String

    /// Reads a URL's path, percent signs and all.
    /// - Returns: nil for one that climbs, hides, or that browsers and file systems could read differently.
    init?(_ path: String) {
        guard path.hasPrefix("/"), path.utf8.count <= 1000 else { return nil }
        var segments: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            // A slash may end the path.
            guard let segment = String(part).removingPercentEncoding else { return nil }
            segments.append(segment)
        }
        if segments.last == "" { segments.removeLast() }
        for segment in segments {
            // Also "." and "..".
            guard !segment.isEmpty, !segment.hasPrefix(".") else { return nil }
            let isPlain = segment.unicodeScalars.allSatisfy {
                $0 != "/" && $0 != "\\" && $0.properties.generalCategory != .control
            }
            guard isPlain else { return nil }
        }
        text = segments.joined(separator: "/")
    }
}

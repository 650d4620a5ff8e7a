/// Finds what a mistyped word was probably meant to be.
public enum Spelling {
    /// The candidate at the least edit distance, when that is small for the word's length.
    public static func nearest(to word: String, among candidates: [String]) -> String? {
        let limit = max(1, word.count / 3)
        let ranked = candidates.map {
            (candidate: $0, distance: distance(word.lowercased(), $0.lowercased(), limit: limit))
        }
        return ranked.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.candidate
    }

    /// Edit distance (insert, remove, replace); anything over `limit` is reported as `limit + 1`.
    static func distance(_ left: String, _ right: String, limit: Int) -> Int {
        let left = Array(left.unicodeScalars)
        let right = Array(right.unicodeScalars)
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return min(row[right.count], limit + 1)
    }
}

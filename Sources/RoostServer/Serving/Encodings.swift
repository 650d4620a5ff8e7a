import HTTPTypes
import Hummingbird

extension Request {
    /// Whether who asks takes gzip.
    var takesGzip: Bool {
        for item in headers[values: .acceptEncoding].flatMap({ $0.split(separator: ",") }) {
            let parts = item.lowercased().split(separator: ";").map { $0.filter { $0 != " " } }
            guard parts.first == "gzip" else { continue }
            return !parts.dropFirst().contains { $0.hasPrefix("q=0") && !$0.contains(/[1-9]/) }
        }
        return false
    }
}

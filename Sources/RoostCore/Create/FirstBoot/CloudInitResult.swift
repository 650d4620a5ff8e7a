#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What cloud-init says of itself when it is done (`/run/cloud-init/result.json`).
struct CloudInitResult: Equatable {
    static let path = "/run/cloud-init/result.json"
    /// Where cloud-init's generator notes that it starts nothing.
    static let disabledPath = "/run/cloud-init/disabled"

    var errors: [String]

    init(errors: [String]) { self.errors = errors }

    /// - Returns: nil for what is not whole yet.
    init?(parsing bytes: [UInt8]) {
        struct Document: Decodable {
            struct Version1: Decodable { let errors: [String]? }
            let v1: Version1?
        }
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)), let first = document.v1 else {
            return nil
        }
        errors = first.errors ?? []
    }
}

import Yams

/// Goes through a parsed catalogue.
struct CatalogueReader: StrictYAML {
    static let task = "Cannot read the catalogue of images"
    let path: String

    func read(_ root: Node?) throws(Failure) -> [CatalogueEntry] {
        guard let root, !isNothing(root) else { return [] }
        guard let top = try mapping(root) else { throw failure(root.mark?.line, "it does not begin with 'images:'") }
        var entries: [CatalogueEntry] = []
        for (key, value) in top {
            guard try text(key) == "images" else { throw unknown(key, known: ["images"]) }
            guard !isNothing(value) else { continue }
            guard let images = try mapping(value) else {
                throw failure(value.mark?.line, "'images' does not hold names of images")
            }
            for (name, fields) in images { entries.append(try entry(name, fields)) }
        }
        return entries
    }

    private enum Field: String, CaseIterable {
        case title, os, user, checksums
        case x86 = "x86_64"
        case arm = "aarch64"
    }

    private func entry(_ key: Node, _ value: Node) throws(Failure) -> CatalogueEntry {
        let name = try text(key)
        let line = key.mark?.line
        do throws(Failure) {
            try ImageName.check(name)
        } catch {
            throw failure(line, "\(error)")
        }
        guard let fields = try mapping(value) else { throw failure(line, "image '\(name)' has no address") }
        var values: [Field: Node] = [:]
        for (key, value) in fields {
            guard let field = Field(rawValue: try text(key)) else {
                throw unknown(key, known: Field.allCases.map(\.rawValue))
            }
            values[field] = value
        }
        let entry = CatalogueEntry(
            name: name, title: try values[.title].map { node throws(Failure) in try text(node) } ?? name,
            os: try word(values[.os], "an operating system's short id", ImageRecord.isWord),
            user: try word(values[.user], "the name of a user", ImageRecord.isLogin),
            checksums: try form(values[.checksums]), offers: try offers(values))
        guard !entry.offers.isEmpty else {
            throw failure(line, "image '\(name)' is offered neither for x86_64 nor for aarch64")
        }
        return entry
    }

    private func word(_ node: Node?, _ what: String, _ isPossible: (String) -> Bool) throws(Failure) -> String? {
        guard let node else { return nil }
        let word = try text(node)
        guard isPossible(word) else { throw failure(node.mark?.line, "'\(word)' is not \(what)") }
        return word
    }

    private func form(_ node: Node?) throws(Failure) -> ChecksumFile.Form {
        guard let node else { return .sums }
        let word = try text(node)
        guard let form = ChecksumFile.Form(rawValue: word) else {
            throw failure(
                node.mark?.line,
                "'checksums' is one of \(ChecksumFile.Form.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return form
    }

    private func offers(_ values: [Field: Node]) throws(Failure) -> [String: CatalogueEntry.Offer] {
        var offers: [String: CatalogueEntry.Offer] = [:]
        for field in [Field.x86, .arm] {
            guard let node = values[field] else { continue }
            guard let addresses = try mapping(node) else {
                throw failure(node.mark?.line, "'\(field.rawValue)' has no image and checksum")
            }
            var found: [String: String] = [:]
            for (key, value) in addresses {
                let name = try text(key)
                guard ["image", "checksum"].contains(name) else { throw unknown(key, known: ["image", "checksum"]) }
                found[name] = try address(value)
            }
            guard let image = found["image"], let checksum = found["checksum"] else {
                throw failure(node.mark?.line, "'\(field.rawValue)' needs both image and checksum")
            }
            offers[field.rawValue] = CatalogueEntry.Offer(image: image, checksum: checksum)
        }
        return offers
    }

    private func address(_ node: Node) throws(Failure) -> String {
        let text = try text(node)
        do throws(Failure) {
            return try ImageAddress(text).text
        } catch {
            throw failure(node.mark?.line, "\(error)")
        }
    }
}

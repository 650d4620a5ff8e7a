#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The images that are known by name: those that are built into the program, and a person's own, which go before.
public struct ImageCatalogue: Hashable, Sendable {
    /// In the order of the names.
    public let entries: [CatalogueEntry]

    init(_ entries: [CatalogueEntry], own: [CatalogueEntry] = []) {
        let names = Set(own.map(\.name))
        self.entries = (entries.filter { !names.contains($0.name) } + own).sorted { $0.name < $1.name }
    }

    /// The catalogue of this program, with what `$XDG_CONFIG_HOME/roost/images.yaml` (else `~/.config/roost/images.yaml`)
    /// adds and replaces.
    /// - Throws: ``Failure`` of kind usage that names the line which is wrong.
    public static func standard() throws(Failure) -> ImageCatalogue {
        let environment = ProcessInfo.processInfo.environment
        return try standard { environment[$0] }
    }

    static func standard(environment: (String) -> String?) throws(Failure) -> ImageCatalogue {
        let path = SettingsPlace.path("images.yaml", environment: environment)
        let own = try SettingsPlace.text(of: path, task: CatalogueReader.task).map { text throws(Failure) in
            try read(text, path: path)
        }
        return ImageCatalogue(try builtIn(), own: own ?? [])
    }

    /// What is built into the program.
    static func builtIn() throws(Failure) -> [CatalogueEntry] {
        try read(String(decoding: PackageResources.catalogue_yaml, as: UTF8.self), path: "catalogue.yaml")
    }

    static func read(_ text: String, path: String) throws(Failure) -> [CatalogueEntry] {
        let reader = CatalogueReader(path: path)
        return try reader.parse(text) { root throws(Failure) in try reader.read(root) }
    }

    /// - Throws: ``Failure`` of kind notFound with the nearest name.
    public func entry(_ name: String) throws(Failure) -> CatalogueEntry {
        if let entry = entries.first(where: { $0.name == name }) { return entry }
        let near = Spelling.nearest(to: name, among: entries.map(\.name))
        throw Failure(
            .notFound, "The catalogue has no image '\(name)'",
            remedy: near.map { "Did you mean '\($0)'? roost image list --catalogue shows all." }
                ?? "roost image list --catalogue shows those that it has; any other is pulled by its address.")
    }
}

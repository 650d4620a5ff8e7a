internal import CLibvirt

extension Domain {
    /// A text of the domain's metadata: its title, its description, or the element of an application.
    ///
    /// Maps to `virDomainGetMetadata`.
    ///
    /// - Parameter uri: the namespace of the element; nil for the title and the description.
    /// - Throws: `.noDomainMetadata` when there is none.
    public func metadata(
        _ type: MetadataType, uri: String? = nil, impact: Impact = []
    ) async throws(LibvirtError) -> String {
        try await callForString("virDomainGetMetadata", texts: [uri]) {
            unsafe virDomainGetMetadata($0, type.rawValue, uri, impact.rawValue)
        }
    }

    /// Sets or, with nil, removes a part of the domain's metadata. Other parts stay as they are.
    ///
    /// Maps to `virDomainSetMetadata`.
    ///
    /// - Parameters:
    ///   - value: a text, or an element's XML; a title is one line.
    ///   - key: the prefix that the element's namespace is written with; needed for an element.
    ///   - uri: the namespace of the element; needed for an element.
    public func setMetadata(
        _ type: MetadataType, to value: String?, key: String? = nil, uri: String? = nil, impact: Impact = []
    ) async throws(LibvirtError) {
        try await call("virDomainSetMetadata", texts: [value, key, uri]) {
            unsafe virDomainSetMetadata($0, type.rawValue, value, key, uri, impact.rawValue)
        }
    }

    /// The title; nil when there is none.
    ///
    /// Maps to `virDomainGetMetadata`.
    public func title(impact: Impact = []) async throws(LibvirtError) -> String? {
        try await presentMetadata(.title, impact: impact)
    }

    /// The description; nil when there is none.
    ///
    /// Maps to `virDomainGetMetadata`.
    public func descriptionText(impact: Impact = []) async throws(LibvirtError) -> String? {
        try await presentMetadata(.description, impact: impact)
    }

    private func presentMetadata(_ type: MetadataType, impact: Impact) async throws(LibvirtError) -> String? {
        do throws(LibvirtError) {
            return try await metadata(type, impact: impact)
        } catch {
            guard error.code == .noDomainMetadata else { throw error }
            return nil
        }
    }
}

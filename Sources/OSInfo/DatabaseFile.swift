/// What the text of one file of the database says at a glance, without parsing it as XML.
struct DatabaseFile: Sendable {
    /// Relative to the database's directory.
    let path: String
    /// The identifier that the file defines.
    let id: String
    /// Everything else that it refers to: releases it derives from, devices, install scripts, key maps.
    let references: Set<String>
    let shortIDs: [String]
    let name: String?
}

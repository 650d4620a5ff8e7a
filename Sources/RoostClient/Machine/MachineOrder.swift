package import RoostCore

/// What is sent to a server for a machine: the options as they were typed, and the content of what they name here.
package struct MachineOrder: Encodable, Sendable {
    package let name: String
    let options: [String: CreateOptionValue]
    let content: FirstBootContent

    package init(name: String, options: [String: CreateOptionValue], content: FirstBootContent) {
        self.name = name
        self.options = options
        self.content = content
    }

    private enum Key: String, CodingKey {
        case options, sshKeys, password, userData, networkConfig
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(options, forKey: .options)
        if !content.keys.isEmpty { try container.encode(content.keys, forKey: .sshKeys) }
        try container.encodeIfPresent(content.password?.revealed, forKey: .password)
        try container.encodeIfPresent(content.userData, forKey: .userData)
        try container.encodeIfPresent(content.networkConfig, forKey: .networkConfig)
    }

    /// What a server would make of it.
    package struct Plan: Decodable, Sendable {
        package let name: String
        /// The definition, without passwords.
        package let xml: String
        /// What cloud-init would be told, without passwords.
        package let cloudInit: String?
        /// A sentence each.
        package let warnings: [String]
    }
}

/// What a first boot is made of that lies on this computer, read to be sent to another one.
package struct FirstBootContent: Sendable {
    /// Public keys.
    package private(set) var keys: [String] = []
    package private(set) var password: Secret?
    /// A whole document for cloud-init.
    package private(set) var userData: String?
    /// Another one.
    package private(set) var networkConfig: String?

    /// Reads what the options name, and else takes the person's own keys.
    /// - Throws: ``Failure`` for a file that cannot be read or is not what it is named as.
    init(_ arguments: CloudArguments, of person: Person = Person()) async throws(Failure) {
        // Only a guest of an image has a first boot that is told something; what is given all the same is read, and refused.
        if let path = arguments.userData {
            userData = try OptionFile.text(path, option: "--user-data")
        }
        for path in arguments.sshKeys { keys += try CloudMaterial.keys(path) }
        if arguments.image != nil, arguments.sshKeys.isEmpty, userData == nil { keys = await person.publicKeys() }
        if let path = arguments.passwordFile { password = try OptionFile.password(path, option: "--password-file") }
        networkConfig = try arguments.networkConfig.map { path throws(Failure) in
            try OptionFile.text(path, option: "--network-config")
        }
    }
}

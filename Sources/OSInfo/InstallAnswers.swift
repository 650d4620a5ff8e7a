/// What a person answers an installer with. nil leaves it to the script.
public struct InstallAnswers: Sendable, Hashable {
    public var hostname: String?
    public var adminPassword: String?
    public var userLogin: String?
    public var userPassword: String?
    /// Such as `en_US`.
    public var language: String?
    /// A layout of X, such as `us`.
    public var keyboard: String?
    /// Such as `Europe/Berlin`.
    public var timezone: String?
    /// Such as `/dev/vda`.
    public var targetDisk: String?
    /// In libosinfo's words, such as `x86_64`.
    public var architecture: String?
    /// Where the packages come from; nil for the medium.
    public var installationURL: String?

    public init() {}

    /// By libosinfo's names.
    var parameters: [(String, String)] {
        let all: [(String, String?)] = [
            ("hostname", hostname), ("admin-password", adminPassword), ("user-login", userLogin),
            ("user-password", userPassword), ("user-realname", userLogin), ("l10n-language", language),
            ("l10n-keyboard", keyboard), ("l10n-timezone", timezone), ("target-disk", targetDisk),
            ("hardware-arch", architecture), ("installation-url", installationURL),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }
}

/// `--unattended`: the installer's questions are answered, by a script of the osinfo database or for Ubuntu by autoinstall.
public struct UnattendedOption: MachineOption {
    /// jeos for a small system, desktop for one with a desktop.
    public var profile: String?
    /// A file of this computer whose first line is root's password.
    public var adminPasswordFile: String?
    public var userLogin: String?
    /// A file of this computer whose first line is the user's password.
    public var userPasswordFile: String?
    /// Such as `en_US`.
    public var language: String?
    /// A layout of X, such as `us`.
    public var keyboard: String?
    /// Such as `Europe/Berlin`.
    public var timezone: String?
    /// Where the packages come from, where that is not the medium or the distribution's own server.
    public var mirror: String?

    public init() {}

    public static let table = OptionTable<UnattendedOption>(
        "--unattended",
        "Answer the installer's questions: by a script of the osinfo database, or for Ubuntu by autoinstall.",
        examples: [
            "admin-password-file=root.pw",
            "profile=jeos,admin-password-file=root.pw,user-login=ann,user-password-file=ann.pw,timezone=Europe/Berlin",
        ],
        positional: ["profile"]
    ) {
        Suboption("profile", .word("jeos", "desktop"), "Small system, or one with a desktop.", \.profile)
        Suboption(
            "admin-password-file", .text("FILE"), "Its first line is root's password.", \.adminPasswordFile)
        Suboption("user-login", .word("ann"), "Login name of a user to make.", \.userLogin)
        Suboption("user-password-file", .text("FILE"), "Its first line is the user's password.", \.userPasswordFile)
        Suboption("language", .word("en_US", "de_DE"), "Language of the system.", \.language)
        Suboption("keyboard", .word("us", "de"), "Layout of the keyboard.", \.keyboard)
        Suboption("timezone", .text("Europe/Berlin"), "Where its clock is.", \.timezone)
        Suboption("mirror", .text("http://mirror.example/debian"), "Where the packages come from.", \.mirror)
    }

    public mutating func complete() throws(RequestError) {
        profile = profile ?? "jeos"
        guard adminPasswordFile != nil else {
            throw Self.error(
                "admin-password-file", "is missing, and nobody could log in as root",
                remedy: "Write the password to a file that only you may read, and add admin-password-file=FILE.")
        }
        guard (userLogin == nil) == (userPasswordFile == nil) else {
            throw Self.error(
                userLogin == nil ? "user-login" : "user-password-file", "is missing: a user has a name and a password",
                remedy: "Give both, or none.")
        }
        if let userLogin, !LoginName.isPossible(userLogin) || userLogin == "root" {
            throw Self.error(
                "user-login", "\(ValueProblem.quote(userLogin)) is not the name of a user",
                remedy: "Use small letters, digits, '-' and '_', with a letter first.")
        }
        if let timezone, timezone.wholeMatch(of: /[A-Za-z0-9_+\-]+(\/[A-Za-z0-9_+\-]+)*/) == nil {
            throw Self.error(
                "timezone", "\(ValueProblem.quote(timezone)) is not a time zone",
                remedy: "Write Europe/Berlin or Etc/UTC.")
        }
        if let mirror, mirror.wholeMatch(of: /https?:\/\/[A-Za-z0-9.\-]+(:[0-9]{1,5})?(\/[A-Za-z0-9._~\/\-]*)?/) == nil
        {
            throw Self.error(
                "mirror", "\(ValueProblem.quote(mirror)) is not the address of a mirror",
                remedy: "Write it as http://mirror.example/debian.")
        }
    }
}

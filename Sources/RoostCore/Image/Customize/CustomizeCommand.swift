/// The one call of libguestfs that does a customization: its appliance starts once.
struct CustomizeCommand: Equatable {
    let program: String
    let arguments: [String]

    /// Runs in the image. Its own tools know its file system; the table is read anew while it is mounted. Where growpart ends
    /// with 1 there is nothing to grow.
    static let growing = """
        set -e
        d=$(awk '$2 == "/" { print $1; exit }' /proc/mounts)
        n=$(printf %s "$d" | sed 's/.*[^0-9]//'); disk=${d%$n}
        if command -v growpart >/dev/null; then growpart "$disk" "$n" || [ $? = 1 ]
        elif ! command -v sfdisk >/dev/null; then echo 'there is neither of the two in it'; exit 1
        else echo ', +' | sfdisk -q -N "$n" --no-reread --force "$disk"; partx -u "$disk"; fi
        case $(awk '$2 == "/" { print $3; exit }' /proc/mounts) in
            ext*) resize2fs "$d" ;;
            xfs) xfs_growfs / ;;
            btrfs) btrfs filesystem resize max / ;;
        esac
        """

    /// Empty in an image whose machines shall each make one of their own.
    static let identity = "/etc/machine-id"

    /// - Parameters:
    ///   - path: of the image, absolute.
    ///   - format: stated, never guessed from what the image holds.
    ///   - clearsIdentity: whether the machine id is to be empty afterwards. libguestfs fills in one that is, and all machines
    ///     made from the image would have it.
    init(_ edits: ImageCustomization, path: String, format: String, clearsIdentity: Bool) {
        var words = ["--format", format, "-a", path]
        if edits.grows { words += ["--run-command", Self.growing] }
        if let hostname = edits.hostname { words += ["--hostname", hostname] }
        for copy in edits.copies { words += ["--copy-in", "\(copy.local):\(copy.directory)"] }
        if !edits.packages.isEmpty { words += ["--install", edits.packages.joined(separator: ",")] }
        for script in edits.scripts { words += ["--run", script] }
        for command in edits.commands { words += ["--run-command", command] }
        for password in edits.passwords {
            words += ["--password", "\(password.account):file:\(password.file)"]
        }
        for key in edits.keys { words += ["--ssh-inject", "\(key.account):file:\(key.file)"] }
        if clearsIdentity { words += ["--truncate", Self.identity] }
        // The log would stay in the image, and stand in front of the next one.
        words += ["--no-logfile", "--selinux-relabel"]
        program = edits.resets ? "virt-sysprep" : "virt-customize"
        arguments = words
    }
}

/// Has a far host fetch an image by itself, so that its bytes do not pass through this computer: with curl or wget, as the
/// user who is logged in, where that one may write to the volume.
struct FarFetch: Sendable {
    /// What the host has hashed.
    struct Digests: Hashable, Sendable {
        var sha256: String
        var sha512: String?

        /// - Returns: nil where the lines are not the script's.
        init?(_ lines: [String], needsLong: Bool) {
            var found: [String: String] = [:]
            for line in lines {
                let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
                if parts.count == 2 { found[parts[0]] = parts[1] }
            }
            guard let short = found["sha256"].flatMap({ ImageChecksum(.sha256, digest: $0) }) else { return nil }
            sha256 = short.digest
            sha512 = found["sha512"].flatMap { ImageChecksum(.sha512, digest: $0) }?.digest
            if needsLong, sha512 == nil { return nil }
        }
    }

    let shell: FarShell
    let source: ImageAddress
    let silence: Duration
    /// The most that it may be, in bytes.
    let room: UInt64

    /// An image of some gigabytes over a slow line.
    private static let longest = Duration.seconds(6 * 3600)

    /// - Parameter path: of an empty volume, on the host.
    /// - Returns: nil where the host cannot do it.
    func run(into path: String, _ checksum: ImageChecksum) async throws(Failure) -> Digests? {
        let needsLong = checksum.algorithm == .sha512
        let lines = try await shell.ask(script(path, needsLong), within: Self.longest)
        return Digests(lines, needsLong: needsLong)
    }

    /// The shell waits and says something each second: when nobody hears it any more, it ends the transfer.
    private func script(_ path: String, _ needsLong: Bool) -> String {
        let seconds = max(1, silence.components.seconds)
        // From https there is no way to anything else; wget cannot be told, but the checksum was not fetched by it.
        let next = source.isSecure ? "=https" : "=http,https"
        return """
            file=\(ShellWord.quoted(path))
            address=\(ShellWord.quoted(source.text))
            if [ ! -w "$file" ]; then exit 1; fi
            if command -v curl >/dev/null 2>&1; then
                curl --fail --silent --location --max-redirs 10 --proto '=http,https' --proto-redir '\(next)' \\
                    --connect-timeout \(seconds) --speed-limit 1 --speed-time \(seconds) --max-filesize \(room) \\
                    --output "$file" -- "$address" </dev/null >/dev/null 2>&1 &
            elif command -v wget >/dev/null 2>&1; then
                wget --quiet --max-redirect=10 --timeout=\(seconds) --tries=3 --output-document="$file" -- "$address" \\
                    </dev/null >/dev/null 2>&1 &
            else
                exit 1
            fi
            transfer=$!
            trap 'kill "$transfer" 2>/dev/null; exit 1' PIPE HUP TERM
            while kill -0 "$transfer" 2>/dev/null; do
                say working || { kill "$transfer" 2>/dev/null; exit 1; }
                sleep 1
            done
            wait "$transfer" || exit 1
            sum=$(sha256sum <"$file") && say "sha256=${sum%% *}" || exit 1
            \(needsLong ? #"sum=$(sha512sum <"$file") && say "sha512=${sum%% *}" || exit 1"# : ":")
            """
    }
}

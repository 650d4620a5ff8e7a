/// Reads what a booting guest writes to its serial port: how far it is, and its SSH server's keys.
struct BootLog {
    private(set) var reached: Set<FirstBootPhase> = []
    /// As `ssh-ed25519 AAAA…`, from the block that cloud-init prints.
    private(set) var hostKeys: [String] = []
    /// What cloud-init complains of.
    private(set) var problems: [String] = []
    /// Why its kernel gave up; nil again when another one starts.
    var panic: String?

    private var lines: [String] = []
    private var partial: [UInt8] = []
    private var isInKeys = false

    private static let kept = 25
    private static let longestLine = 4096
    private static let mostProblems = 5

    mutating func take(_ bytes: [UInt8]) {
        if bytes.contains(where: { $0 > 0x20 }) { reached.insert(.firmware) }
        for byte in bytes {
            if byte == 0x0a || partial.count >= Self.longestLine {
                take(line: Self.plain(partial))
                partial = []
            }
            if byte != 0x0a { partial.append(byte) }
        }
    }

    /// The last lines, the unfinished one among them.
    var end: [String] {
        let last = Self.plain(partial)
        return (last.isEmpty ? lines : lines + [last]).suffix(Self.kept)
    }

    private mutating func take(line: String) {
        guard !line.isEmpty else { return }
        lines.append(line)
        if lines.count > Self.kept { lines.removeFirst() }
        if line.contains("Linux version ") { panic = nil }
        if line.contains("Linux version ") || line.contains("cloud-init[") { reached.insert(.kernel) }
        if panic == nil, let text = line.firstRange(of: "Kernel panic - not syncing: ") {
            panic = String(line[text.upperBound...])
        }
        if line.contains("BEGIN SSH HOST KEY KEYS") {
            isInKeys = true
            hostKeys = []
        } else if line.contains("END SSH HOST KEY KEYS") {
            isInKeys = false
        } else if isInKeys, let key = Self.key(in: line), !hostKeys.contains(key) {
            hostKeys.append(key)
        }
        if line.contains("Cloud-init v. "), line.contains(" finished at ") { reached.insert(.cloudInit) }
        if line.contains("[WARNING]: "), line.contains("ailed"), line.contains(".py["),
            problems.count < Self.mostProblems
        {
            problems.append(line)
        }
    }

    /// A clock and a program's name may stand in front.
    private static func key(in line: String) -> String? {
        let words = line.split(separator: " ")
        return words.indices.dropLast().lazy.compactMap { PublicKey.bare("\(words[$0]) \(words[$0 + 1])") }.first
    }

    /// Without colours, cursor movements and carriage returns, which fill the logs of systemd.
    private static func plain(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let plain = text.replacing(/\u{1b}\[[0-9;?]*[A-Za-z]|\u{1b}[()][A-Z0-9]|[\r\u{7}\u{8}]/, with: "")
        return String(plain.trimmingSuffix { $0 == " " })
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var text = self[...]
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}

/// What is given to a host's `sh` on its standard input, and what is read from its answer.
struct HostShellScript {
    /// Stands before and behind what the script writes; no host knows it.
    let mark = "roost-" + String(UInt64.random(in: .min ... .max), radix: 36)
    let script: String

    /// All of it is read before any of it runs, and no program in it can eat the rest.
    var text: String {
        """
        PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin:/usr/bin:/bin
        LC_ALL=C
        export PATH LC_ALL
        roost_main() {
        :
        \(script)
        }
        printf '\\n%s\\n' \(mark)
        ( roost_main ) </dev/null
        roost_status=$?
        printf '\\n%s %d\\n' \(mark) "$roost_status"
        exit "$roost_status"

        """
    }

    enum Reading: Hashable {
        case whole(status: Int32, output: String)
        /// It began, and its end is missing.
        case broken
        /// It never began.
        case never
    }

    func read(_ output: String) -> Reading {
        guard let begin = output.ranges(of: "\n\(mark)\n").first else { return .never }
        let rest = output[begin.upperBound...]
        guard let end = rest.ranges(of: "\n\(mark) ").last,
            let status = Int32(rest[end.upperBound...].prefix { $0 != "\n" })
        else { return .broken }
        return .whole(status: status, output: String(rest[..<end.lowerBound]))
    }
}

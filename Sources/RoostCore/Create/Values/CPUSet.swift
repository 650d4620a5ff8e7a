/// A set of the host's CPUs as libvirt writes it: `0-3,^2,8`.
enum CPUSet {
    /// libvirt's own bound on a CPU's number (`VIR_DOMAIN_CPUMASK_LEN`).
    static let cpus = 0..<16384

    static func check(_ text: String) throws(ValueProblem) -> String {
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let isExcluded = part.hasPrefix("^")
            let ends = part.dropFirst(isExcluded ? 1 : 0).split(separator: "-", omittingEmptySubsequences: false)
            let numbers = ends.compactMap { end in
                end.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(end) : nil
            }
            let isValid =
                numbers.count == ends.count && (1...(isExcluded ? 1 : 2)).contains(numbers.count)
                && numbers.allSatisfy(cpus.contains) && numbers == numbers.sorted()
            guard isValid else {
                throw ValueProblem(
                    "\(ValueProblem.quote(String(part))) is not a CPU or a range of CPUs",
                    remedy: "Write numbers and ranges, such as 0-3,^2,8.")
            }
        }
        return text
    }
}

extension ValueKind where Value == String {
    /// CPUs of the host, or `auto` to let the host place the machine.
    static var cpuset: Self {
        ValueKind(
            placeholder: "0-3,^2,8|auto", commas: .matching { $0.allSatisfy { "0123456789-^".contains($0) } },
            parse: { (text, _) throws(ValueProblem) in text == "auto" ? text : try CPUSet.check(text) },
            render: { $0 })
    }
}

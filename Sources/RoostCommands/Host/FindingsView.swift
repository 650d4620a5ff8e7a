import RoostCore
import TerminalOutput

/// A host's findings for people: what is wrong with its remedy, what is right in a few words.
struct FindingsView {
    let report: HostCheckReport
    let width: Int?
    let styling: Styling

    private static let column = 11

    var text: String {
        var text = styling.apply(.bold, to: HostileText.sanitised("\(report.host): \(report.system)")) + "\n"
        for topic in HostFinding.Topic.allCases {
            let findings = report.findings.filter { $0.topic == topic }
            guard !findings.isEmpty else { continue }
            text += "\n" + styling.apply(.bold, to: Self.headings[topic] ?? topic.rawValue) + "\n"
            for finding in findings where finding.state != .ok { text += block(finding) }
            let good = findings.filter { $0.state == .ok }.map { finding in
                finding.evidence.map { "\(finding.title) (\($0))" } ?? finding.title
            }
            if !good.isEmpty { text += line("ok", .green, good.joined(separator: "; ")) }
        }
        return text + "\n" + summary + "\n"
    }

    private func block(_ finding: HostFinding) -> String {
        let (word, style) = Self.words[finding.state] ?? ("", .plain)
        var text = line(word, style, finding.title + (finding.evidence.map { ": \($0)" } ?? ""))
        if let advice = finding.advice { text += line("", .plain, advice) }
        for command in finding.remedy {
            for part in HostChangeDialog.commandLines(command) {
                text +=
                    String(repeating: " ", count: Self.column - 3)
                    + styling.apply(.cyan, to: HostileText.sanitised(part)) + "\n"
            }
        }
        return text
    }

    private func line(_ word: String, _ style: Style, _ text: String) -> String {
        let gap = String(repeating: " ", count: max(1, Self.column - 2 - word.count))
        return "  " + styling.apply(style, to: word) + gap
            + WrappedText.render(text, indent: Self.column, used: Self.column, width: width) + "\n"
    }

    private var summary: String {
        let counts: [(HostFinding.State, String, String)] = [
            (.failure, "failure", "failures"), (.warning, "warning", "warnings"), (.unknown, "unknown", "unknown"),
        ]
        let parts = counts.compactMap { state, one, many in
            let count = report.count(state)
            return count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
        }
        let fixes = report.fixes.count
        let hint = fixes == 0 ? "" : "; --fix can do something about \(fixes == 1 ? "one of them" : "\(fixes) of them")"
        return parts.isEmpty ? "Everything is as it should be" : parts.joined(separator: ", ") + hint
    }

    private static let words: [HostFinding.State: (String, Style)] = [
        .note: ("note", .plain), .warning: ("WARNING", .yellow), .failure: ("FAILURE", .red),
        .unknown: ("unknown", .dim),
    ]
    private static let headings: [HostFinding.Topic: String] = [
        .processor: "Processor", .kernel: "Kernel", .software: "Software", .services: "Services", .users: "Users",
        .network: "Network", .storage: "Storage", .security: "Security", .names: "Names",
    ]
}

import Foundation

/// The parts of a library that were written for Node's `require`, put together for a browser.
struct CommonJSBundle {
    /// Of its parts, to begin with.
    private static let most = 200

    let directory: String
    let entry: String

    /// One ES module with everything that the entry requires, which exports one name of the entry's.
    /// - Throws: ``Problem`` for a part that is not there, or that leads out of the directory; `CocoaError`.
    func module(exporting name: String) throws -> String {
        var parts: [String: String] = [:]
        var waiting = [entry]
        while let part = waiting.popLast() {
            guard parts[part] == nil else { continue }
            guard parts.count < Self.most else { throw unusable(part) }
            let text = try String(contentsOfFile: "\(directory)/\(part)", encoding: .utf8)
            parts[part] = text
            for match in text.matches(of: /\brequire\("([^"]*)"\)/) {
                waiting.append(try resolve(String(match.output.1), from: part))
            }
        }
        let functions = parts.sorted { $0.key < $1.key }.map { part, text in
            // A comment may be a file's last line.
            "\(Self.quoted(part)): function (module, exports, require) {\n\(text)\n}"
        }
        return """
            const parts = {
            \(functions.joined(separator: ",\n"))
            };
            const loaded = new Map();
            function load(name) {
                const known = loaded.get(name);
                if (known) return known.exports;
                const module = { exports: {} };
                loaded.set(name, module);
                parts[name].call(module.exports, module, module.exports, (wanted) => load(resolve(wanted, name)));
                return module.exports;
            }
            function resolve(wanted, from) {
                const path = from.split('/').slice(0, -1);
                for (const word of wanted.split('/')) {
                    if (word === '..') path.pop();
                    else if (word !== '.') path.push(word);
                }
                return path.join('/') + '.js';
            }
            export const \(name) = load(\(Self.quoted(entry))).\(name);

            """
    }

    /// The part that another one means by a relative path.
    private func resolve(_ wanted: String, from part: String) throws -> String {
        guard wanted.hasPrefix("./") || wanted.hasPrefix("../") else { throw unusable(wanted) }
        var path = part.split(separator: "/").dropLast().map(String.init)
        for word in wanted.split(separator: "/") where word != "." {
            if word != ".." {
                path.append(String(word))
            } else if path.popLast() == nil {
                throw unusable(wanted)
            }
        }
        return path.joined(separator: "/") + ".js"
    }

    private func unusable(_ part: String) -> Problem {
        Problem(
            "package-unknown", status: 404, "The library in \(directory) is not the one that the page knows",
            detail: "It asks for \(part).")
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

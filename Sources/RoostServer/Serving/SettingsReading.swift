import Configuration
import Foundation
import RoostCore
import SystemPackage
import Yams

/// Reads single settings from options, environment and file, and takes nothing that it does not understand: a misspelt name
/// must not become a setting that silently does not hold.
struct SettingsReading {
    private let reader: ConfigReader
    /// The names that somebody has said something about.
    private let given: Set<String>

    init(options: [String: String], environment: [String: String], file: String?) async throws(Failure) {
        var given = Set(options.keys)
        let prefix = "ROOST_SERVE_"
        for name in environment.keys where name.hasPrefix(prefix) {
            let setting = name.dropFirst(prefix.count).lowercased().replacing("_", with: "-")
            try Self.check(setting, at: name)
            given.insert(setting)
        }
        let values = options.map {
            (AbsoluteConfigKey([$0.key]), ConfigValue(Self.content($0.key, $0.value), isSecret: false))
        }
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "options", values: Dictionary(uniqueKeysWithValues: values)),
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: ["roost", "serve"]),
        ]
        if let file {
            given.formUnion(try Self.names(in: file))
            do {
                providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(file)))
            } catch {
                throw Failure(.usage, "Cannot read \(file)", why: "\(error)")
            }
        }
        self.given = given
        reader = ConfigReader(providers: providers)
    }

    /// An option's text, as the kind of value that the setting has.
    private static func content(_ name: String, _ text: String) -> ConfigContent {
        ServerSettings.flags.contains(name) ? .bool(text == "true") : .string(text)
    }

    func text(_ name: String) throws(Failure) -> String? {
        try value(name, "text") { try reader.requiredString(forKey: ConfigKey([name])) }
    }

    func texts(_ name: String) throws(Failure) -> Set<String>? {
        try value(name, "a list") { Set(try reader.requiredStringArray(forKey: ConfigKey([name]))) }
    }

    func flag(_ name: String) throws(Failure) -> Bool? {
        try value(name, "true or false") { try reader.requiredBool(forKey: ConfigKey([name])) }
    }

    func number(_ name: String, _ range: ClosedRange<Int>) throws(Failure) -> Int? {
        let kind = "a number from \(range.lowerBound) to \(range.upperBound)"
        let number = try value(name, kind) { try reader.requiredInt(forKey: ConfigKey([name])) }
        if let number, !range.contains(number) { throw Failure(.usage, "The setting '\(name)' must be \(kind)") }
        return number
    }

    private func value<Value>(_ name: String, _ kind: String, _ read: () throws -> Value) throws(Failure) -> Value? {
        guard given.contains(name) else { return nil }
        do {
            return try read()
        } catch {
            throw Failure(.usage, "The setting '\(name)' must be \(kind)")
        }
    }

    private static func names(in file: String) throws(Failure) -> Set<String> {
        let content: Any?
        do {
            content = try Yams.load(yaml: String(contentsOfFile: file, encoding: .utf8))
        } catch {
            throw Failure(.usage, "Cannot read \(file)", why: "\(error)")
        }
        guard let content else { return [] }
        guard let settings = content as? [String: Any] else {
            throw Failure(
                .usage, "\(file) is not a list of settings", remedy: "Write 'listen: 0.0.0.0:9090', one a line.")
        }
        for name in settings.keys { try check(name, at: file) }
        return Set(settings.keys)
    }

    private static func check(_ name: String, at place: String) throws(Failure) {
        guard ServerSettings.names.contains(name) else {
            throw Failure(
                .usage, "\(place): there is no setting '\(name)'",
                remedy: "There are: \(ServerSettings.names.sorted().joined(separator: ", ")).")
        }
    }
}

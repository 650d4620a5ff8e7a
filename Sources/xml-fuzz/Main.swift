import FoundationEssentials
import Glibc

/// Feeds mutated XML to the parser and checks what it promises: it never crashes, and what it accepts is written as text
/// that is read back to the same tree and written the same, and can be read through the typed views.
///
///     xml-fuzz --runs N --seed S CORPUS…
///
/// Each CORPUS is a file or a directory of files. Exits 1 when a promise is broken, with the input in `xml-fuzz-input.xml`
/// of the working directory; with `--save-inputs` it is there after a crash too. Exits 2 when called wrongly.
@main
struct Main {
    private static let inputPath = "xml-fuzz-input.xml"

    static func main() {
        do {
            let options = try FuzzOptions(CommandLine.arguments.dropFirst())
            let corpus = try loadCorpus(options.corpus)
            guard !corpus.isEmpty else { throw FuzzOptions.Problem(message: "there is no file in the corpus") }
            exit(try fuzz(options, corpus) ? 0 : 1)
        } catch let problem as FuzzOptions.Problem {
            print("xml-fuzz: \(problem.message)")
        } catch {
            print("xml-fuzz: \(error)")
        }
        exit(2)
    }

    /// - Returns: whether every promise was kept.
    private static func fuzz(_ options: FuzzOptions, _ corpus: [[UInt8]]) throws -> Bool {
        var mutator = Mutator(seed: options.seed, corpus: corpus)
        var accepted = 0
        // The corpus as it is comes first.
        for run in 0..<(corpus.count + options.runs) {
            let input = run < corpus.count ? corpus[run] : mutator.next()
            if options.savesEachInput { try Data(input).write(to: URL(filePath: inputPath)) }
            switch Check.run(input) {
            case .accepted: accepted += 1
            case .refused: break
            case .violated(let promise):
                try Data(input).write(to: URL(filePath: inputPath))
                print("input \(run), seed \(options.seed): \(promise); the input is in \(inputPath)")
                return false
            }
        }
        if options.savesEachInput { try FileManager.default.removeItem(atPath: inputPath) }
        let runs = corpus.count + options.runs
        print(
            "seed \(options.seed): \(runs) inputs (\(corpus.count) of the corpus), \(accepted) accepted, \(runs - accepted) refused"
        )
        return true
    }

    private static func loadCorpus(_ paths: [String]) throws -> [[UInt8]] {
        let files = FileManager.default
        return try paths.flatMap { path -> [[UInt8]] in
            var isDirectory = false
            guard files.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory else {
                return [try [UInt8](Data(contentsOf: URL(filePath: path)))]
            }
            // Sorted, so that a seed means the same inputs everywhere.
            return try files.contentsOfDirectory(atPath: path).sorted()
                .map { try [UInt8](Data(contentsOf: URL(filePath: path + "/" + $0))) }
        }
    }
}

import ArgumentParser
import RoostCore

/// The pool of volumes that are named without one.
struct PoolOption: ParsableArguments {
    @Option(help: "The pool of a bare name; 'default' without it.", completion: .pools)
    var pool: String?

    func address(_ text: String) throws -> VolumeAddress { try VolumeAddress(text, pool: pool) }
}

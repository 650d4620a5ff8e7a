import ArgumentParser
import RoostCore

/// The pool of images that are named without one.
struct ImagePoolOption: ParsableArguments {
    @Option(help: "The pool of the images; '\(Host.imagePoolName)' without it.", completion: .pools)
    var pool: String?
}

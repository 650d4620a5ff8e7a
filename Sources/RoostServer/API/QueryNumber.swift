import Hummingbird
import HummingbirdCore
import RoostCore

/// Numbers and truths of a query.
enum QueryNumber {
    /// - Returns: nil where it is not given.
    /// - Throws: ``Failure`` of kind usage.
    static func read(
        _ given: FlatDictionary<Substring, Substring>, _ name: Substring, _ range: ClosedRange<Int>
    ) throws(Failure) -> Int? {
        guard let text = given[name] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw Failure(.usage, "\(name) must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    static func truth(_ given: FlatDictionary<Substring, Substring>, _ name: Substring) throws(Failure) -> Bool {
        guard let text = given[name] else { return false }
        guard let value = Bool(String(text)) else { throw Failure(.usage, "\(name) must be true or false") }
        return value
    }
}

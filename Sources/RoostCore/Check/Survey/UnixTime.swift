import Glibc

/// The clock on the wall.
enum UnixTime {
    /// Seconds since 1970-01-01 UTC.
    static var now: Int { Int(time(nil)) }
}

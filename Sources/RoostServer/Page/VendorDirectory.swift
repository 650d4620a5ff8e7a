/// A library of others that the page uses, as Debian packages it.
struct VendorDirectory: Hashable, Sendable {
    /// The first segment below `/vendor/`.
    let name: String
    let path: String
    let package: String

    static let all = [
        VendorDirectory(name: "novnc", path: "/usr/share/novnc", package: "novnc"),
        VendorDirectory(name: "xterm", path: "/usr/share/javascript/xterm", package: "libjs-xterm"),
        VendorDirectory(name: "chart", path: "/usr/share/javascript/chart.js", package: "libjs-chart.js"),
    ]
}

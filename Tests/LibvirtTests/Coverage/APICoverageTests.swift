import Foundation
import Testing

/// Every function of the installed libvirt is either used by the binding or has a reason not to be.
@Suite struct APICoverageTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/Libvirt").standardizedFileURL

    @Test func everyFunctionIsWrappedOrHasAReason() throws {
        let functions = try APIDescription.installed().functions
        let used = try SourceIdentifiers.used(under: Self.sources)
        let unexplained = functions.subtracting(used).subtracting(NotWrapped.reasons.keys)
        #expect(unexplained.sorted() == [], "neither wrapped nor in NotWrapped")
    }

    @Test func noReasonIsGivenForAWrappedFunction() throws {
        let used = try SourceIdentifiers.used(under: Self.sources)
        let stale = Set(NotWrapped.reasons.keys).intersection(used)
        #expect(stale.sorted() == [], "wrapped, yet in NotWrapped")
    }

    @Test func everyReasonIsForAFunctionThatExists() throws {
        let functions = try APIDescription.installed().functions
        let unknown = Set(NotWrapped.reasons.keys).subtracting(functions)
        #expect(unknown.sorted() == [], "in NotWrapped, but not in libvirt")
    }

    @Test func everyReasonSaysSomething() {
        for (function, reason) in NotWrapped.reasons {
            #expect(reason.count > 10, "\(function) has no reason")
        }
        #expect(NotWrapped.duplicates == [], "twice in NotWrapped")
    }

    /// `superseded by X` is a promise that X is wrapped.
    @Test func whatSupersedesAFunctionIsWrapped() throws {
        let used = try SourceIdentifiers.used(under: Self.sources)
        for (function, reason) in NotWrapped.reasons where reason.hasPrefix("superseded by ") {
            let successor = String(reason.dropFirst("superseded by ".count).prefix { $0.isLetter || $0.isNumber })
            #expect(used.contains(successor), "\(function) refers to \(successor), which is not wrapped")
        }
    }

    @Test func descriptionsAreParsed() {
        let names = APIDescription.names(
            in: """
                <function name='virDomainCreate' file='libvirt-domain'>
                <functype name='virFreeCallback' file='x'>
                  <function name='virDomainFree' file='libvirt-domain'>
                """)
        #expect(names == ["virDomainCreate", "virDomainFree"])
    }

    @Test func commentsAndStringsAreNotUses() {
        let used = SourceIdentifiers.used(
            in: #"""
                // virA()
                /// Maps to `virB`. /*
                /* virC() /* virD() */ virE() */
                let text = "virF() \" virG()" + name(virH)
                let long = """
                    virI() "virJ()"
                    """
                unsafe virK (x)
                """#)
        #expect(used.filter { $0.hasPrefix("vir") }.sorted() == ["virH", "virK"])
    }
}

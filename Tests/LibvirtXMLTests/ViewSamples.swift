import LibvirtXML
import Testing
import XMLTree

/// The rows of the property table for one view, with the view's type erased.
struct ViewSamples: Sendable, CustomTestStringConvertible {
    let view: String
    /// The names and locations that the view declares, found by reflection.
    let declared: [(name: String, location: String)]
    /// The locations that have a row.
    let sampled: [String]
    let check: @Sendable () throws -> Void

    var testDescription: String { view }

    init<View: ElementView>(_ view: View.Type, _ samples: [Sample<View>]) {
        self.view = String(describing: View.self)
        declared = View.declaredProperties.map { ($0.name, $0.property.location) }
        sampled = samples.map(\.location)
        check = {
            for sample in samples { try checkAlone(sample) }
            try checkTogether(samples)
        }
    }
}

/// Writes, reads back and clears one property in an element full of things that the view does not know.
private func checkAlone<View: ElementView>(_ sample: Sample<View>) throws {
    let name = View.elementName
    let unknown = "<f:unknown a=\"1\">text<deep/></f:unknown>"
    let body = "\n  <!-- kept -->\n  \(unknown)\n"
    let start = "<\(name) xmlns:f='urn:foreign' f:kept='1' kept=\"1\""
    // The text of the own element cannot be told from white space around children.
    let isOwnText = sample.location == "text()"
    let before = isOwnText ? "\(start)/>" : "\(start)>\(body)</\(name)>"
    let comment = Comment(rawValue: "\(View.self), \(sample.location)")

    var view = View(element: try XMLElement(parsing: before))
    #expect(sample.isClear(view), comment)
    sample.write(&view)
    let written = try view.element.serialized()
    let read = View(element: try XMLElement(parsing: written))
    #expect(sample.isWritten(read), comment)
    #expect(read.element.element(at: sample.place) != nil, comment)
    if let text = sample.text { #expect(read.element.value(at: sample.place) == text, comment) }
    #expect(written.hasPrefix(start), comment)
    if !isOwnText { #expect(written.contains("\n  <!-- kept -->\n  \(unknown)\n"), comment) }

    sample.write(&view)
    #expect(try view.element.serialized() == written, "\(comment): writing the same again changes nothing")
    sample.clear(&view)
    #expect(sample.isClear(view), comment)
    if let leftover = sample.leftover { view.element[leftover] = nil }
    #expect(try view.element.serialized() == before, comment)
}

/// With every property written, clearing one and writing it again leaves the others as they are.
private func checkTogether<View: ElementView>(_ samples: [Sample<View>]) throws {
    var full = View()
    for sample in samples { sample.write(&full) }
    for sample in samples {
        let comment = Comment(rawValue: "\(View.self), \(sample.location)")
        let others = samples.filter { !$0.overlaps(sample) && $0.isWritten(full) }
        var view = full
        sample.clear(&view)
        #expect(sample.isClear(view), comment)
        for other in others { #expect(other.isWritten(view), "\(comment): clearing it changed \(other.location)") }
        sample.write(&view)
        #expect(sample.isWritten(view), comment)
        for other in others { #expect(other.isWritten(view), "\(comment): writing it changed \(other.location)") }
    }
}

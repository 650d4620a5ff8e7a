import Testing
import XMLTree

/// An edit changes only what it names, in the text as well.
@Suite struct EditingTests {
    private func changes(
        _ text: String = Fixtures.domain, _ edit: (inout XMLElement) throws -> Void
    ) throws -> (removed: [String], added: [String]) {
        var document = try XMLDocument(parsing: text)
        try edit(&document.root)
        let before = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let after = try document.serialized().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let difference = after.difference(from: before)
        func lines(_ changes: [CollectionDifference<String>.Change]) -> [String] {
            changes.map { change in
                switch change {
                case .insert(_, let line, _), .remove(_, let line, _): line
                }
            }
        }
        return (lines(difference.removals), lines(difference.insertions))
    }

    @Test func settingATextChangesItsLine() throws {
        let (removed, added) = try changes { $0.setValue("4", at: "vcpu") }
        #expect(removed == ["  <vcpu placement='static'>2</vcpu>"])
        #expect(added == ["  <vcpu placement='static'>4</vcpu>"])
    }

    @Test func settingAnAttributeChangesItsLine() throws {
        let (removed, added) = try changes { $0.setValue("x86_64", at: "os/type/@arch") }
        #expect(removed == ["    <type arch='i686'>hvm</type>"])
        #expect(added == ["    <type arch='x86_64'>hvm</type>"])
    }

    @Test func settingWhatIsSetChangesNothing() throws {
        let (removed, added) = try changes { root in
            root.setValue("2", at: "vcpu")
            root.setValue("test", at: "@type")
            root.setValue(nil, at: "no/such/@thing")
            root.update(first: "devices") { $0.update(first: "disk") { $0["type"] = "file" } }
        }
        #expect(removed.isEmpty && added.isEmpty)
    }

    @Test func aNewElementGetsItsOwnLines() throws {
        let (removed, added) = try changes { root in
            root.update(first: "devices") { devices in
                devices.append(
                    XMLElement("rng", ["model": "virtio"], elements: [XMLElement("backend", text: "/dev/urandom")]))
            }
        }
        #expect(removed.isEmpty)
        #expect(added == ["    <rng model='virtio'>", "      <backend>/dev/urandom</backend>", "    </rng>"])
    }

    @Test func aNewElementCanFollowItsKin() throws {
        var root = try XMLElement(parsing: Fixtures.domain)
        root.update(first: "devices") { $0.insert(XMLElement("disk", ["device": "cdrom"]), afterLast: "disk") }
        #expect(root.first("devices")?.elements.map(\.name) == ["disk", "disk", "interface", "memballoon"])
    }

    @Test func anElementFormattedElsewhereIsMoved() throws {
        let (removed, added) = try changes { root in
            let disk = try XMLElement(parsing: "<disk>\n  <driver>\n    <x/>\n  </driver>\n\n  <!-- c -->\n</disk>")
            root.update(first: "devices") { $0.append(disk) }
        }
        #expect(removed.isEmpty)
        #expect(
            added == [
                "    <disk>", "      <driver>", "        <x/>", "      </driver>", "", "      <!-- c -->",
                "    </disk>",
            ])
    }

    @Test func missingParentsAreMadeAndFormatted() throws {
        let (removed, added) = try changes { $0.setValue("host-model", at: "cpu/model/@mode") }
        #expect(removed.isEmpty)
        #expect(added == ["  <cpu>", "    <model mode='host-model'/>", "  </cpu>"])
    }

    @Test func contentOfAnEmptyElementIsFormatted() throws {
        let (removed, added) = try changes { root in
            root.update(first: "clock") { clock in
                clock.append(XMLElement("timer", ["name": "rtc"]))
                clock.append(XMLElement("timer", ["name": "pit"]))
            }
        }
        #expect(removed == ["  <clock offset='utc'/>"])
        #expect(
            added == ["  <clock offset='utc'>", "    <timer name='rtc'/>", "    <timer name='pit'/>", "  </clock>"])
    }

    @Test func aRemovedElementTakesItsLinesAlong() throws {
        let (removed, added) = try changes { root in
            root.update(first: "devices") { $0.removeAll { $0.name == "memballoon" } }
        }
        #expect(added.isEmpty)
        #expect(removed.count == 3 && removed.allSatisfy { !$0.isEmpty })
    }

    @Test func emptiedParentsGoButOthersStay() throws {
        let (removed, added) = try changes { root in
            root.setValue(nil, at: "os/boot/@dev")
            root.setValue(nil, at: "os/type")
        }
        #expect(removed == ["  <os>", "    <type arch='i686'>hvm</type>", "    <boot dev='hd'/>", "  </os>"])
        #expect(added.isEmpty)
        var root = try XMLElement(parsing: "<a><b k='1'><c>x</c></b><d><!-- kept --><e/></d></a>")
        root.setValue(nil, at: "b/c")
        root.setValue(nil, at: "d/e")
        #expect(try root.serialized() == "<a><b k='1'/><d><!-- kept --></d></a>")
    }

    @Test func replacingKeepsThePlace() throws {
        let (removed, added) = try changes { root in
            root.replaceFirst("clock", with: XMLElement("clock", elements: [XMLElement("timer")]))
        }
        #expect(removed == ["  <clock offset='utc'/>"])
        #expect(added == ["  <clock>", "    <timer/>", "  </clock>"])
    }

    @Test func whatIsOnOneLineStaysSo() throws {
        let (removed, added) = try changes(Fixtures.awkward) { root in
            root.update(first: "qemu:commandline") { $0.append(XMLElement("qemu:arg", ["value": "x"])) }
        }
        #expect(removed.count == 1)
        #expect(
            added == [
                "  <qemu:commandline><qemu:arg value='a=&apos;b&apos;'/><qemu:arg value='x'/></qemu:commandline>"
            ])
    }

    @Test func appendingAndRemovingComesBackToTheStart() throws {
        for text in [Fixtures.domain, Fixtures.awkward] {
            let (removed, added) = try changes(text) { root in
                root.append(XMLElement("new", elements: [XMLElement("inner")]))
                root.removeAll(named: "new")
            }
            #expect(removed.isEmpty && added.isEmpty)
        }
    }

    @Test func setTextKeepsElementsAndComments() throws {
        var root = try XMLElement(parsing: "<a><!--c-->x<b/><![CDATA[y]]>z</a>")
        root.text = "new"
        #expect(root.text == "new")
        #expect(try root.serialized() == "<a><!--c-->new<b/></a>")
        root.text = ""
        #expect(try root.serialized() == "<a><!--c--><b/></a>")
    }

    @Test func attributesKeepTheirPlaces() throws {
        var root = try XMLElement(parsing: "<a x='1' y=\"2\" z='3'/>")
        root["y"] = "5"
        root["w"] = "6"
        root["x"] = nil
        root["none"] = nil
        #expect(try root.serialized() == "<a y=\"5\" z='3' w='6'/>")
    }

    @Test func anUpdateThatThrowsLosesNothing() throws {
        struct Refusal: Error {}
        let (removed, added) = try changes { root in
            #expect(throws: Refusal.self) { try root.update(first: "devices") { _ in throw Refusal() } }
            #expect(throws: Refusal.self) { try root.updateAll(named: "os") { _ in throw Refusal() } }
            #expect(throws: Refusal.self) { try root.update(first: "new", create: true) { _ in throw Refusal() } }
        }
        #expect(removed.isEmpty && added.isEmpty)
    }
}

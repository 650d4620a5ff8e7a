import Testing

@testable import RoostCore

@Suite struct OptionHelpTests {
    @Test func listsTheTable() {
        let text = MemoryOption.table.help.text
        #expect(
            text == """
                --memory: Memory, in MiB or with a unit.

                  --memory 4096
                  --memory 4G
                  --memory 2048,maxmemory=4096
                  --memory 4G,hugepages=yes

                Suboptions:
                  memory=MiB         Memory, in MiB or with a unit.
                  maxmemory=MiB      How much it can be given while it runs.
                  currentMemory=MiB  What it starts with, less than memory.
                  hugepages=yes|no   Use the host's huge pages.
                """)
    }

    @Test func listsAliases() {
        #expect(DiskOption.table.help.text.contains("Bus that the guest sees it on. [also target.bus]"))
    }

    /// The examples in the help are what people copy first.
    @Test func everyExampleIsUnderstood() throws {
        #expect(CreateOptions.help.map(\.option).sorted() == AnyOption.all.map(\.option).sorted())
        for help in CreateOptions.help {
            let option = try #require(AnyOption.named(help.option))
            #expect(!help.examples.isEmpty)
            for example in help.examples where example != "none" && example != "list" {
                #expect(throws: Never.self, "\(help.option) \(example)") { try option.rendered(example) }
            }
        }
    }

    @Test func findsTheListingThatIsAskedFor() throws {
        let asked = try CreateLine.arguments("virt-install --disk size=1 --disk help --network default")
        #expect(CreateOptions.requestedHelp(asked)?.option == "--disk")
        #expect(CreateOptions.requestedHelp(try CreateLine.arguments("virt-install --cpu=?"))?.option == "--cpu")
        #expect(CreateOptions.requestedHelp(try CreateLine.arguments("virt-install --disk size=1")) == nil)
        for help in CreateOptions.help {
            let arguments = try CreateLine.arguments("virt-install \(help.option)=help")
            #expect(CreateOptions.requestedHelp(arguments)?.option == help.option)
        }
    }
}

import Testing
import XMLTree

@Suite struct ComparisonTests {
    private func same(_ left: String, _ right: String, ignoringComments: Bool = true) throws -> Bool {
        let (left, right) = (try XMLElement(parsing: left), try XMLElement(parsing: right))
        let result = left.semanticallyEquals(right, ignoringComments: ignoringComments)
        #expect(right.semanticallyEquals(left, ignoringComments: ignoringComments) == result)
        return result
    }

    @Test func formAloneDoesNotCount() throws {
        #expect(try same("<a x='1' y='2'><b/><c>t</c></a>", "<a y=\"2\" x='1'>\n <b></b> <c>t</c>\n</a>"))
        #expect(try same("<a>x<![CDATA[<]]></a>", "<a>x&lt;</a>"))
        #expect(try same("<a>x<!-- c -->y</a>", "<a>xy</a>"))
        #expect(try same("<a><!-- c --> <b/></a>", "<a><b/></a>"))
    }

    @Test func contentCounts() throws {
        #expect(try !same("<a x='1'/>", "<a x='2'/>"))
        #expect(try !same("<a x='1'/>", "<a x='1' y=''/>"))
        #expect(try !same("<a><b/><c/></a>", "<a><c/><b/></a>"))
        #expect(try !same("<a> </a>", "<a/>"))
        #expect(try !same("<a>x<b/></a>", "<a><b/>x</a>"))
        #expect(try !same("<a><?p?></a>", "<a/>"))
        #expect(try !same("<a><!-- c --><b/></a>", "<a><b/></a>", ignoringComments: false))
    }

    @Test func quotesAreNoPartOfEquality() throws {
        #expect(try XMLElement(parsing: "<a b='1'/>") == XMLElement(parsing: "<a b=\"1\"/>"))
    }
}

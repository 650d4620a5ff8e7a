import NIOHTTP1
import Testing

@testable import RoostCore

@Suite struct WebTests {
    @Test(arguments: [
        "ftp://m/a", "file:///etc/passwd", "http://", "https://u@m/a", "https://u:p@m/a", "m/a", "https://m/a b",
        "https://m/\u{1B}[2J", "", "https://" + String(repeating: "a", count: 3000),
    ])
    func whatIsNotFetchedFromIsRefused(_ text: String) {
        let failure = #expect(throws: Failure.self) { try ImageAddress(text) }
        #expect(failure?.kind == .usage)
    }

    @Test func aLocationIsReadAsTheServerMeansIt() throws {
        let address = try ImageAddress("https://m/images/latest/a.img?x=1")
        #expect(address.file == "a.img" && address.isSecure)
        #expect(try address.redirected(to: "b.img").text == "https://m/images/latest/b.img")
        #expect(try address.redirected(to: "/c").text == "https://m/c")
        #expect(try address.redirected(to: "//n/c").text == "https://n/c")
        #expect(try !address.redirected(to: "http://n/c").isSecure)
        for location in ["file:///etc/passwd", "javascript:1", "https://u:p@n/"] {
            #expect(throws: Failure.self) { try address.redirected(to: location) }
        }
    }

    @Test func headersThatAreNotClearCountForNothing() {
        #expect(headers(["content-length": "12"]).length == 12)
        for length in ["-1", "+1", "1e3", "", " ", "99999999999999999999", "1,1"] {
            #expect(headers(["content-length": length]).length == nil, "\(length)")
        }
        #expect(WebHeaders(["content-length": "1", "Content-Length": "2"]).length == nil)
        #expect(headers(["etag": "\"a\"", "last-modified": "now"]).validator == "\"a\"")
        // A weak one does not promise the same bytes.
        #expect(headers(["etag": "W/\"a\"", "last-modified": "now"]).validator == "now")
        for tag in ["a", "\"", "\"\"", "\"" + String(repeating: "a", count: 300) + "\"", "\"a\u{7F}\""] {
            #expect(headers(["etag": tag]).validator == nil, "\(tag)")
        }
        #expect(headers(["content-range": "bytes 5-9/10"]).range == .init(start: 5, total: 10))
        #expect(headers(["content-range": "bytes 5-9/*"]).range == .init(start: 5, total: nil))
        #expect(headers(["content-range": "bytes */10"]).range == .init(start: nil, total: 10))
        for range in [
            "bytes 9-5/10", "bytes 5-10/10", "bytes 5/10", "5-9/10", "bytes a-b/c", "bytes 5-9", "bytes -5-9/10",
        ] {
            #expect(headers(["content-range": range]).range == nil, "\(range)")
        }
    }

    @Test func theEnvironmentNamesTheProxy() throws {
        func proxy(_ address: String, _ environment: [String: String]) throws -> WebProxy? {
            try WebProxy(for: ImageAddress(address), environment: { environment[$0] })
        }
        #expect(try proxy("https://m/", [:]) == nil)
        #expect(try proxy("https://m/", ["http_proxy": "http://p:1"]) == nil)
        #expect(try proxy("https://m/", ["HTTPS_PROXY": "http://p:1"])?.port == 1)
        #expect(try proxy("http://m/", ["HTTP_PROXY": "http://p:1"]) == nil)
        #expect(try proxy("http://m/", ["http_proxy": "p:3128"])?.host == "p")
        #expect(try proxy("http://m/", ["all_proxy": "socks5://p"])?.isSOCKS == true)
        #expect(try proxy("http://m/", ["http_proxy": "http://u:p%40s@p"])?.password == "p@s")
        for excepted in ["m.example", ".example", "example", "*", "a, m.example"] {
            #expect(try proxy("http://m.example/", ["http_proxy": "p:1", "no_proxy": excepted]) == nil, "\(excepted)")
        }
        #expect(try proxy("http://m.example/", ["http_proxy": "p:1", "no_proxy": "ample"]) != nil)
        let failure = #expect(throws: Failure.self) { try proxy("http://m/", ["http_proxy": "ftp://u:secret@p"]) }
        #expect(failure.map { "\($0) \($0.remedy ?? "")".contains("secret") } == false)
    }

    private func headers(_ fields: KeyValuePairs<String, String>) -> WebHeaders {
        WebHeaders(HTTPHeaders(fields.map { ($0.key, $0.value) }))
    }
}

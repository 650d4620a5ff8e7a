import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import RoostCore
import Testing

@testable import RoostServer

@Suite(.timeLimit(.minutes(2))) struct EventStreamTests {
    @Test func whatHappensIsAnEventForWhoMayKnow() async throws {
        let world = try await APIWorld()
        let place = try await world.place("m1")
        var events = world.test.server.parts.events.feed.changes().makeAsyncIterator()
        try await world.run(as: .operator) { visitor in
            let answer = try await visitor.api(.post, "\(place)/actions/destroy")
            #expect(answer.status == 204)
        }
        var (machine, audit): (ServerEvent?, ServerEvent?) = (nil, nil)
        while machine == nil || audit == nil, case .change(let event, let number) = await events.next() {
            let text = String(buffer: event.bytes)
            if text == ":\n\n" { continue }
            #expect(text.hasPrefix("id: \(number)\nevent: "))
            #expect(text.hasSuffix("\n\n"))
            if text.contains("event: machine\n"), text.contains(#""state":"off""#) { machine = event }
            if text.contains("event: audit\n"), text.contains("destroy") { audit = event }
        }
        let (viewer, ruler) = (Identity(user: "vera", role: .viewer), Identity(user: "ada", role: .administrator))
        let elsewhere = Identity(user: "vera", role: .viewer, host: "elsewhere")
        #expect(machine?.isFor(viewer) == true)
        #expect(machine?.isFor(elsewhere) == false)
        #expect(audit?.isFor(viewer) == false)
        #expect(audit?.isFor(ruler) == true)
    }

    /// Names and notes of machines cannot begin an event of their own.
    @Test func anEventIsOneLineOfData() {
        let data = Array(#"{"notes":"a\nevent: audit\n"}"#.utf8)
        let event = ServerEvent("machine", id: 7, data: data, host: nil)
        #expect(String(buffer: event.bytes).split(separator: "\n").count == 3)
    }

    @Test func streamsOfOnePersonAreBounded() throws {
        let streams = EventStreams(.init(all: 3, ofOnePerson: 2))
        var places = [try streams.enter("a"), try streams.enter("a")]
        #expect(throws: Problem.self) { try streams.enter("a") }
        places.append(try streams.enter("b"))
        #expect(throws: Problem.self) { try streams.enter("c") }
        places[0].leave()
        places[0].leave()
        places.append(try streams.enter("c"))
        #expect(throws: Problem.self) { try streams.enter("d") }
        places = []
        _ = try streams.enter("d")
    }
}

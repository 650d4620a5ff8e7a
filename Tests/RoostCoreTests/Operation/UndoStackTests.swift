import RoostCore
import Synchronization
import Testing

@Suite struct UndoStackTests {
    @Test func stepsAreTakenBackLastFirstEvenAfterAFailureAndInACancelledTask() async throws {
        let log = Mutex<[String]>([])
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            var undo = UndoStack()
            undo.push("first") { log.withLock { $0.append("first") } }
            undo.push("second") { throw Failure(.general, "stuck") }
            undo.push("third") {
                try Task.checkCancellation()
                log.withLock { $0.append("third") }
            }
            return await undo.unwind()
        }
        let left = await task.value
        #expect(left == ["second (stuck)"])
        #expect(log.withLock { $0 } == ["third", "first"])
    }

    @Test func whatIsLeftBehindIsAPartOfTheReason() async {
        var stuck = UndoStack()
        stuck.push("the volume x") { throw Failure(.general, "stuck") }
        let told = await stuck.unwind(after: Failure(.exists, "Cannot create w", why: "taken"), remedy: "Remove it.")
        #expect(
            told
                == Failure(
                    .exists, "Cannot create w", why: "taken; left behind: the volume x (stuck)", remedy: "Remove it."))
        stuck.push("the volume x") { throw Failure(.general, "stuck") }
        let bare = await stuck.unwind(after: Failure(.exists, "Cannot create w", remedy: "Wait."), remedy: "Remove it.")
        #expect(bare == Failure(.exists, "Cannot create w", why: "left behind: the volume x (stuck)", remedy: "Wait."))
    }

    @Test func aFailureAfterWhichNothingIsLeftStaysAsItIs() async {
        var undo = UndoStack()
        undo.push("the volume x") {}
        let failure = Failure(.exists, "Cannot create w")
        let told = await undo.unwind(after: failure, remedy: "Remove it.")
        #expect(told == failure)
    }
}

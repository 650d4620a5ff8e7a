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
}

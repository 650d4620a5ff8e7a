// Only Foundation offers a thread with a stack of a chosen size without pointers.
import Foundation

/// Runs work on a thread of its own with a stack of 512 KiB, a sixteenth of the main thread's.
func withSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: body()) }
        thread.stackSize = 512 << 10
        thread.start()
    }
}

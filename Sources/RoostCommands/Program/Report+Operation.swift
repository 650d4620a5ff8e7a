import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Report {
    /// Waits for an operation and shows on a terminal how far it is. Ctrl-C cancels it and waits until it has cleaned up.
    static func following<Success>(_ operation: RoostCore.Operation<Success>) async throws -> Success {
        let drawing = Task {
            var bar: (step: String, line: ProgressBar)?
            for await progress in operation.updates {
                if bar?.step != progress.step {
                    bar?.line.clear()
                    bar = (progress.step, self.bar(progress))
                }
                bar?.line.update(done: progress.done, total: progress.total)
            }
            bar?.line.clear()
        }
        let result: Result<Success, any Error>
        do {
            result = .success(try await operation.value)
        } catch {
            result = .failure(error)
        }
        // The updates end with the operation. A message that follows must not be drawn over.
        await drawing.value
        return try result.get()
    }

    private static func bar(_ progress: OperationProgress) -> ProgressBar {
        ProgressBar(
            progress.step, unit: progress.unit == .bytes ? .bytes : .steps, total: progress.total,
            output: StreamOutput.standardError, styling: errorStyling, environment: environment)
    }
}

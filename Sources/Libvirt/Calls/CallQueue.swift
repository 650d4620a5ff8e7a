internal import CLibvirt
import Glibc

/// Jobs waiting for a blocking thread, and the bounded set of plain threads that run them.
///
/// Threads are started when a job finds none idle, up to `limit`, and end when `finish()` was called and no job is left.
/// A thread holds the queue alone, so that an owner above it can go first.
///
/// Safety: `jobs`, `idle`, `running` and `finished` are read and written only with `mutex` held; `mutex` and `condition`
/// are allocated in `init`, never move, and are destroyed in `deinit`, which cannot run while a thread holds the queue.
@safe final class CallQueue: @unchecked Sendable {
    typealias Job = @Sendable () -> Void

    private let limit: Int
    private let statistics: CallStatistics
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>
    private var jobs = JobList()
    private var idle = 0
    private var running = 0
    private var finished = false

    init(limit: Int, statistics: CallStatistics) {
        precondition(limit > 0)
        self.limit = limit
        self.statistics = statistics
        unsafe mutex = .allocate(capacity: 1)
        unsafe condition = .allocate(capacity: 1)
        unsafe pthread_mutex_init(mutex, nil)
        unsafe pthread_cond_init(condition, nil)
    }

    deinit {
        unsafe pthread_cond_destroy(condition)
        unsafe pthread_mutex_destroy(mutex)
        unsafe condition.deallocate()
        unsafe mutex.deallocate()
    }

    /// Appends a job. Never blocks longer than it takes to start a thread.
    ///
    /// Returns false, and drops the job, only when no thread exists and the system refuses to start one.
    func enqueue(_ job: @escaping Job) -> Bool {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        jobs.append(job)
        // An idle thread that was signalled but has not woken yet still counts as idle, hence the comparison with all
        // waiting jobs.
        if jobs.count > idle, running < limit, startThread() {
            running += 1
            statistics.threadStarted()
        } else if running == 0 {
            jobs.removeLast()
            return false
        }
        unsafe pthread_cond_signal(condition)
        return true
    }

    /// Lets the threads end once every job that waits has run.
    func finish() {
        unsafe pthread_mutex_lock(mutex)
        finished = true
        unsafe pthread_cond_broadcast(condition)
        unsafe pthread_mutex_unlock(mutex)
    }

    private func startThread() -> Bool {
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        defer { unsafe pthread_attr_destroy(&attributes) }
        unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let queue = unsafe Unmanaged.passRetained(self)
        guard unsafe pthread_create(&thread, &attributes, runCallThread, queue.toOpaque()) == 0 else {
            unsafe queue.release()
            return false
        }
        return true
    }

    fileprivate func work() {
        while let job = next() { job() }
        statistics.threadEnded()
    }

    private func next() -> Job? {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        while true {
            if let job = jobs.popFirst() { return job }
            if finished {
                running -= 1
                return nil
            }
            idle += 1
            unsafe pthread_cond_wait(condition, mutex)
            idle -= 1
        }
    }
}

/// The body of one call thread; the argument is a retained `CallQueue`.
private func runCallThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument = unsafe argument else { return nil }
    unsafe pthread_setname_np(pthread_self(), "libvirt-call")
    let queue = unsafe Unmanaged<CallQueue>.fromOpaque(argument).takeRetainedValue()
    queue.work()
    return nil
}

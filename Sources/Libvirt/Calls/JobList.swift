/// A first-in, first-out list of jobs whose removal does not move those that wait.
struct JobList {
    private var jobs: [CallQueue.Job?] = []
    private var first = 0

    var count: Int { jobs.count - first }

    mutating func append(_ job: @escaping CallQueue.Job) {
        jobs.append(job)
    }

    mutating func removeLast() {
        if count > 0 { jobs.removeLast() }
    }

    mutating func popFirst() -> CallQueue.Job? {
        guard first < jobs.count else { return nil }
        let job = jobs[first]
        jobs[first] = nil
        first += 1
        if first == jobs.count {
            jobs.removeAll(keepingCapacity: jobs.count <= 64)
            first = 0
        } else if first >= 1024, first * 2 >= jobs.count {
            jobs.removeFirst(first)
            first = 0
        }
        return job
    }
}

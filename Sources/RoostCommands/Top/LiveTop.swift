import Dispatch
import Glibc
import RoostCore
import TerminalOutput

/// `roost top` on a terminal: draws again after each interval, after a key and when the window changes.
struct LiveTop {
    let meters: FleetAnswers<any UsageMeter>
    let interval: Duration
    let order: MachineUsage.Order

    private enum Signal: Sendable {
        case measured(host: String, [MachineUsage])
        /// A host does not answer any more; it is asked again.
        case silent(host: String)
        case order(MachineUsage.Order)
        case resized
        case leave
        case failed(Failure)
    }

    func run() async throws {
        let (signals, send) = AsyncStream.makeStream(of: Signal.self)
        try TerminalMode.change(to: .keys, farewell: LiveScreen.closing)
        defer { TerminalMode.restore() }
        // Not waited for at the end: the one is blocked in a read, the other may be in a call to a host that hangs.
        let tasks =
            [Task { await readKeys(send) }] + meters.values.map { meter in Task { await measure(meter.value, send) } }
        defer { for task in tasks { task.cancel() } }
        let resizes = Self.watchSize { send.yield(.resized) }
        defer { resizes.cancel() }
        let screen = LiveScreen(output: StreamOutput.standardOutput)
        try screen.open()
        var picture = TopScreen(host: title, order: order)
        var machines: [String: [MachineUsage]] = [:]
        var silent = Set(meters.failed.map(\.host))
        picture.silent = silent.sorted()
        try draw(picture, on: screen)
        // Ctrl-C ends the iteration: the ordinary end of watching.
        for await signal in signals {
            switch signal {
            case .measured(let host, let measured):
                machines[host] = measured
                silent.remove(host)
                picture.silent = silent.sorted()
                picture.machines = machines.values.flatMap(\.self)
            case .silent(let host):
                machines[host] = nil
                silent.insert(host)
                picture.silent = silent.sorted()
                picture.machines = machines.values.flatMap(\.self)
            case .order(let order): picture.order = order
            case .resized: break
            case .leave: return
            case .failed(let failure): throw failure
            }
            try draw(picture, on: screen)
        }
    }

    private func draw(_ picture: TopScreen, on screen: LiveScreen) throws {
        guard let size = LiveScreen.windowSize else { return }
        let lines = picture.lines(columns: size.columns, rows: size.rows, styling: Report.styling)
        try screen.draw(lines, rows: size.rows)
    }

    private var title: String { meters.isSeveral ? "\(meters.answers.count) hosts" : meters.answers.first?.host ?? "" }

    /// Measures again and again, over gaps in the connection too.
    private func measure(_ meter: any UsageMeter, _ send: AsyncStream<Signal>.Continuation) async {
        do {
            try await meter.follow(every: interval) {
                send.yield(.silent(host: meter.name))
            } _: { machines in
                send.yield(.measured(host: meter.name, machines))
            }
        } catch let failure as Failure {
            send.yield(meters.isSeveral ? .silent(host: meter.name) : .failed(failure))
        } catch {
            // Cancelled: nobody looks any more.
        }
    }

    private func readKeys(_ send: AsyncStream<Signal>.Continuation) async {
        while let bytes = await InputBytes.standardInput.next() {
            for byte in bytes {
                switch Character(Unicode.Scalar(byte)) {
                case "q", "Q": send.yield(.leave)
                case "c": send.yield(.order(.cpu))
                case "m": send.yield(.order(.memory))
                case "d": send.yield(.order(.disk))
                case "n": send.yield(.order(.net))
                default: continue
                }
            }
        }
        send.yield(.leave)
    }

    private static func watchSize(_ body: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
        let source = DispatchSource.makeSignalSource(signal: SIGWINCH)
        source.setEventHandler(handler: body)
        source.resume()
        return source
    }
}

import LibvirtXML

extension BlueprintContext {
    func clock() -> Clock {
        var clock = Clock()
        // Windows takes the hardware's clock for local time, all others for UTC.
        clock.offset = guest.isWindows ? .localtime : .utc
        guard platform.isX86 else { return clock }
        clock.timers = [
            Timer(.rtc, tickPolicy: .catchup), Timer(.pit, tickPolicy: .delay), Timer(.hpet, present: false),
        ]
        if guest.isWindows, platform.isKVM { clock.timers.append(Timer(.hypervclock, present: true)) }
        return clock
    }
}

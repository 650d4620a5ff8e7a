import LibvirtXML
import OSInfo
import XMLTree

extension BlueprintContext {
    func devices(_ storage: StoragePlan, _ displays: DisplayPlan) throws(Failure) -> Devices {
        var devices = Devices()
        devices.emulator = platform.emulator
        devices.disks = storage.disks
        devices.interfaces = try interfaces()
        devices.controllers = controllers(disks: storage.disks, interfaces: devices.interfaces)
        devices.serials = serials()
        devices.consoles = consoles()
        devices.channels = try channels(displays)
        devices.inputs = inputs(displays)
        devices.tpms = try tpms()
        devices.graphics = displays.displays
        devices.videos = videos(displays)
        devices.memoryBalloon = memoryBalloon()
        devices.randomNumberGenerators = try randomNumberGenerators()
        return devices
    }

    private func inputs(_ displays: DisplayPlan) -> [LibvirtXML.Input] {
        guard !displays.displays.isEmpty, !hasNoUSB else { return [] }
        // A tablet's pointer is where the viewer's is. A PC has its PS/2 keyboard anyway.
        let tablet = LibvirtXML.Input(.tablet, bus: .usb)
        return platform.isX86 ? [tablet] : [tablet, LibvirtXML.Input(.keyboard, bus: .usb)]
    }

    private func videos(_ displays: DisplayPlan) -> [LibvirtXML.Video] {
        guard !displays.displays.isEmpty else { return [] }
        let known = host.videoModels
        var candidates: [LibvirtXML.Video.Model] = []
        // Without a PC's old graphics card in it there is virtio, and else a bare frame buffer.
        if guest.drives(.virtioGPU) || !platform.isX86 { candidates.append(.virtio) }
        if displays.hasSPICE, guest.drives(.qxl) { candidates.append(.qxl) }
        candidates += platform.isX86 ? [.vga, .bochs] : [.ramfb]
        let model = known.isEmpty ? candidates.first : candidates.first(where: known.contains) ?? known.first
        return model.map { [LibvirtXML.Video($0)] } ?? []
    }

    private func memoryBalloon() -> LibvirtXML.MemoryBalloon {
        guard guest.drives(.virtioBalloon) || guest.isWindows else { return LibvirtXML.MemoryBalloon(.noBalloon) }
        var balloon = LibvirtXML.MemoryBalloon(.virtio)
        // What the guest says of its own memory is asked for only when somebody looks, so seldom is enough.
        balloon.statisticsPeriod = 10
        return balloon
    }

    private func randomNumberGenerators() throws(Failure) -> [LibvirtXML.RandomNumberGenerator] {
        switch request.rngs {
        case .none: return []
        case .defaults:
            let hasModel = host.rngModels.isEmpty || host.rngModels.contains(.virtio)
            return guest.drives(.virtioRNG) && hasModel ? [LibvirtXML.RandomNumberGenerator()] : []
        case .given(let options):
            var generators: [LibvirtXML.RandomNumberGenerator] = []
            for option in options {
                let model = option.model ?? "virtio"
                let backend = option.backend ?? "random"
                try check(model, is: "model", of: "--rng model", among: host.rngModels.map(\.rawValue))
                try check(backend, is: "backend", of: "--rng", among: host.rngBackends.map(\.rawValue))
                var generator = LibvirtXML.RandomNumberGenerator(
                    .init(rawValue: model), backend: .init(rawValue: backend),
                    path: backend == "random" ? option.device ?? "/dev/urandom" : nil)
                generator.rateBytes = option.rateBytes.map(UInt.init)
                generator.ratePeriod = option.ratePeriod.map(UInt.init)
                option.driver.write(to: &generator.element)
                generator.alias = option.alias
                option.address.write(to: &generator.element)
                generators.append(generator)
            }
            return generators
        }
    }
}

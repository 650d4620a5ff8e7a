import LibvirtXML

extension BlueprintContext {
    func tpms() throws(Failure) -> [LibvirtXML.TPM] {
        let option: TPMOption
        switch request.tpm {
        case .none: return []
        case .defaults:
            guard guest.needsTPM(architecture: architecture) else { return [] }
            option = TPMOption()
        case .given(let options):
            guard let first = options.first else { return [] }
            option = first
        }
        guard host.tpm != false else {
            throw Failure(
                .unsupported, "This host's QEMU has no TPM", remedy: "Install swtpm and a QEMU with TPM support.")
        }
        let backend = option.type ?? "emulator"
        try check(backend, is: "backend", of: "--tpm", among: host.tpmBackends.map(\.rawValue))
        let known = host.tpmModels.map(\.rawValue)
        let usual = known.isEmpty || known.contains("tpm-crb") ? "tpm-crb" : known[0]
        let version = backend == "emulator" ? option.version ?? "2.0" : nil
        // The command/response interface came with TPM 2.0.
        let model = option.model ?? (version == "1.2" || backend == "passthrough" ? "tpm-tis" : usual)
        try check(model, is: "TPM", of: "--tpm model", among: known)
        if let version {
            try check(version, is: "TPM version", of: "--tpm version", among: host.tpmVersions.map(\.rawValue))
        }
        var tpm = LibvirtXML.TPM(
            .init(rawValue: model), backend: .init(rawValue: backend), version: version.map { .init(rawValue: $0) })
        tpm.persistentState = option.keepsState
        if backend == "passthrough" { tpm.devicePath = option.path ?? "/dev/tpm0" }
        tpm.alias = option.alias
        option.address.write(to: &tpm.element)
        return [tpm]
    }
}

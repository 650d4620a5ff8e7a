import LibvirtXML
import OSInfo

/// The first boot of a machine that is decided: what is sent to it, and the medium that carries it.
struct CloudPlan: Sendable {
    /// Of the medium. It can hold secrets: not to be printed.
    let seed: [UInt8]
    /// What is sent, for a person's eyes.
    let shown: String
    /// What its author should know, a sentence each.
    let notices: [String]

    init(_ request: CloudRequest, _ material: CloudMaterial, _ facts: HostFacts, _ blueprint: MachineBlueprint) {
        func documents(_ material: CloudMaterial) -> CloudDocuments {
            CloudDocuments(
                request, material, user: facts.user, os: facts.operatingSystem?.shortID ?? facts.image?.os,
                instance: blueprint.domain.uuid ?? "", cards: blueprint.domain.devices.interfaces.map(\.mac))
        }
        seed = SeedDisc(files: documents(material).files).image()
        shown = documents(material.masked).text
        notices =
            material.letsNobodyIn
            ? [
                "Nobody can log in: no key was found, and there is no password. "
                    + "Add --ssh-key FILE or --password-file FILE; 'ssh-keygen -t ed25519' makes a key."
            ] : []
    }
}

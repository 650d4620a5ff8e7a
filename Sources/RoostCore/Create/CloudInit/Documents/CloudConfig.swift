/// The `#cloud-config` of a guest that is asked for by options.
struct CloudConfig {
    let request: CloudRequest
    let material: CloudMaterial
    let user: String?
    /// libosinfo's short name.
    let os: String?

    func document() -> String {
        var config = YAMLText()
        config.add("hostname", .text(String(request.hostname.prefix { $0 != "." })))
        if request.hostname.contains(".") { config.add("fqdn", .text(request.hostname)) }
        // A guest that cannot find its own name keeps sudo and others waiting.
        config.add("manage_etc_hosts", .text("localhost"))
        if let user { config.add("users", .list([.map(login(user))])) }
        if user == "root" { config.add("disable_root", .truth(false)) }
        config.add("ssh_pwauth", .truth(material.passwordHash != nil))
        // Where the image does not do it by itself: the disk is often larger than the image was.
        config.add("growpart", .map([("mode", .text("auto")), ("devices", .list([.text("/")]))]))
        config.add("resize_rootfs", .truth(true))
        if !request.packages.isEmpty { config.add("package_update", .truth(true)) }
        config.add("packages", texts: request.packages)
        config.add("runcmd", texts: request.commands)
        return "#cloud-config\n" + config.document()
    }

    private func login(_ user: String) -> [(String, YAMLText.Value)] {
        var login: [(String, YAMLText.Value)] = [("name", .text(user))]
        if user != "root" {
            login.append(("sudo", .text("ALL=(ALL) NOPASSWD:ALL")))
            if os?.hasPrefix("alpine") != true { login.append(("shell", .text("/bin/bash"))) }
        }
        login.append(("lock_passwd", .truth(material.passwordHash == nil)))
        if let hash = material.passwordHash {
            // For a user that the image has already, only the second word sets it.
            login += [("passwd", .text(hash.revealed)), ("hashed_passwd", .text(hash.revealed))]
        }
        if !material.keys.isEmpty {
            login.append(("ssh_authorized_keys", .list(material.keys.map { .text($0) })))
        }
        return login
    }
}

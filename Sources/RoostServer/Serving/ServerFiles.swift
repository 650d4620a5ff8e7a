import Foundation
import RoostCore

/// Files of the system that belong to the server. Roost writes none of them by itself: it prints what belongs into them.
public enum ServerFiles {
    /// `/etc/pam.d/roost`: who may log in. With the system's own rules, by whatever name the system has them.
    public static func pam(isDebian: Bool) -> String {
        let head = """
            #%PAM-1.0
            # /etc/pam.d/roost: logins at Roost's web console, by the system's own rules.

            """
        guard isDebian else {
            return head + """
                auth     substack  system-auth
                account  required  pam_nologin.so
                account  include   system-auth

                """
        }
        return head + """
            @include common-auth
            account  required  pam_nologin.so
            @include common-account

            """
    }

    /// The same for this computer.
    public static var pam: String {
        pam(isDebian: FileManager.default.fileExists(atPath: "/etc/pam.d/common-auth"))
    }

    /// `/etc/systemd/system/roost.service`.
    /// - Parameter program: the path of `roost`.
    public static func unit(program: String) -> String {
        """
        [Unit]
        Description=Roost, a web console for virtual machines
        After=network-online.target libvirtd.service virtqemud.service
        Wants=network-online.target

        [Service]
        Type=exec
        ExecStart=\(program) serve
        # /var/lib/roost: the database and the certificate's key.
        StateDirectory=roost
        StateDirectoryMode=0700
        RuntimeDirectory=roost
        RuntimeDirectoryMode=0700
        Environment=XDG_RUNTIME_DIR=%t/roost HOME=/root \(HostShell.sandboxVariable)=systemd
        Restart=on-failure
        RestartSec=5
        TimeoutStopSec=20
        LimitNOFILE=16384
        UMask=0077

        # It is root's, for PAM to check every account's password and for libvirt to let it in; and it may do little else.
        CapabilityBoundingSet=CAP_DAC_READ_SEARCH CAP_DAC_OVERRIDE CAP_SETUID CAP_SETGID CAP_AUDIT_WRITE CAP_CHOWN CAP_FOWNER CAP_SYS_NICE
        NoNewPrivileges=yes
        LockPersonality=yes
        DevicePolicy=closed
        DeviceAllow=/dev/kvm
        PrivateTmp=yes
        ProtectClock=yes
        ProtectControlGroups=yes
        ProtectHostname=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectKernelTunables=yes
        ProtectProc=invisible
        ProtectSystem=strict
        ReadWritePaths=-/var/lib/libvirt -/var/lib/faillock -/run/faillock
        RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        SystemCallArchitectures=native
        SystemCallFilter=@system-service

        [Install]
        WantedBy=multi-user.target

        """
    }
}

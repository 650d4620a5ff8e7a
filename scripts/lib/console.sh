# shellcheck shell=bash
# The web console on this computer: its PAM service, and its unit where systemd runs. Sourced, after common.sh.

readonly pam_service=/etc/pam.d/roost
readonly console_unit=/etc/systemd/system/roost.service

# install_console ROOST: what is there already stays as it is. Where no systemd runs, nothing is started.
install_console() {
    local program=$1
    if [ ! -e "$pam_service" ]; then
        "$program" serve --print-pam | as_root tee "$pam_service" >/dev/null
        as_root chmod 644 "$pam_service"
    fi
    has_systemd || return 0
    if [ ! -e "$console_unit" ]; then
        "$program" serve --print-unit | as_root tee "$console_unit" >/dev/null
        as_root systemctl daemon-reload
    fi
    as_root systemctl --quiet enable --now roost.service
}

# print_console ROOST: where it is, and how to log in.
print_console() {
    local program=$1 fingerprint=''
    say ''
    if ! has_systemd; then
        say "The web console: sudo $program serve, then https://localhost:9090/"
    else
        say "The web console: https://localhost:9090/"
        # The server may be making it at this moment.
        fingerprint=$(as_root openssl x509 -in /var/lib/roost/certificate.pem -noout -fingerprint -sha256 2>/dev/null |
            cut -d= -f2) || true
        [ -z "$fingerprint" ] || say "Browsers will warn of its certificate. Its SHA-256 is $fingerprint"
    fi
    say "Log in with an account of this computer that is root or in group sudo, libvirt or roost-viewer."
}

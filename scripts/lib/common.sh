# shellcheck shell=bash
# Shared by the scripts of this folder; sourced, never run.

say() { printf '%s\n' "$*" >&2; }
warn() { printf 'warning: %s\n' "$*" >&2; }
die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# have NAME: is there such a program? The system's own folders count even where a user's PATH lacks them.
have() { PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null 2>&1; }

is_root() { [ "$(id -u)" -eq 0 ]; }

# as_root COMMAND…: runs it as root, by sudo where needed.
as_root() {
    if is_root; then
        "$@"
    elif have sudo; then
        sudo -- "$@"
    else
        die "this needs root, and there is no sudo: run it as root ($*)"
    fi
}

has_systemd() { [ -d /run/systemd/system ]; }

cache_directory() {
    if [ -n "${XDG_CACHE_HOME:-}" ]; then
        printf '%s/roost\n' "$XDG_CACHE_HOME"
    elif is_root; then
        printf '/var/cache/roost\n'
    else
        printf '%s/.cache/roost\n' "$HOME"
    fi
}

# shellcheck shell=bash disable=SC2154
# What Roost does over a distance, on a host of a lab of its own. Sourced by Benchmarks/run.

readonly round_trip=${ROOST_BENCH_RTT:-25}
ROOST_LAB_NAME=b$(head -c 3 /dev/urandom | od -An -tx1 | tr -d ' ')
export ROOST_LAB_NAME
readonly lab=/run/roost-lab-$ROOST_LAB_NAME
proxy=''

# A hosts file and sockets of the benchmark's own, and an ssh that knows the lab, for roost and for virsh.
at_home() {
    export PATH=$lab/bin:$PATH XDG_CONFIG_HOME=$work/config XDG_RUNTIME_DIR=$work/run
    mkdir -p "$work/config/roost" "$work/run"
    chmod 700 "$work/run"
}

need_lab() { "$repository/scripts/lab" up 1 >/dev/null; }

# Ends what these parts began, whatever it was.
end_remote() {
    local socket
    [ -z "$proxy" ] || kill "$proxy" 2>/dev/null || true
    for socket in "$work"/run/roost/*/ctl; do
        [ ! -S "$socket" ] || ssh -F none -S "$socket" -O exit - 2>/dev/null || true
    done
    [ ! -d "$lab" ] || "$repository/scripts/lab" down
}

# define_thousand: machines that are off, in the lab's host.
define_thousand() {
    local number
    for ((number = 0; number < 1000; number++)); do
        printf '<domain type="qemu"><name>far-%04d</name><memory>65536</memory><os><type>hvm</type></os></domain>\n' \
            "$number" >"$work/$number.xml"
        printf 'define %s/%s.xml\n' "$work" "$number"
    done | "$repository/scripts/lab" exec lab1 virsh --quiet >/dev/null
}

# start_proxy SOCKET TARGET. It stands for a wire, so it must not wait for a processor.
start_proxy() {
    local tries
    nice -n -19 "$here/delay-proxy" --delay "$(jq -n "$round_trip / 2")" --count "$work/turns" "$1" "$2" >"$work/ready" &
    proxy=$!
    for ((tries = 0; tries < 100; tries++)); do
        [ ! -s "$work/ready" ] || return 0
        sleep 0.1
    done
    die "the delay proxy does not start"
}

# turns COMMAND…: how often it sent something after an answer had come; so many times at most it waited for the way.
turns() {
    : >"$work/turns"
    "$@" >/dev/null
    sleep 1 # the proxy notes it once both sides have ended
    awk '{ sum += $1 } END { print sum + 0 }' "$work/turns"
}

bench_far() {
    local socket=$work/far.sock far
    need_lab
    define_thousand
    # The daemon's socket is in a /run that only the host's processes see.
    start_proxy "$socket" "/proc/$(<"$lab/hosts/lab1/pid")/root/run/libvirt/libvirt-sock"
    far="qemu+unix:///system?socket=$socket"
    compare "1,000 machines behind $round_trip ms, against domstats" "$roost --host $far list" "virsh -c $far domstats"
    # Half a minute each time: once is enough.
    runs=1 warmup=0 compare "1,000 machines behind $round_trip ms, against list" "$roost --host $far list" "virsh -c $far list --all"
    printf 'waits for an answer: roost list %s, virsh domstats %s, virsh list --all %s\n' "$(turns "$roost" --host "$far" list)" \
        "$(turns virsh -c "$far" domstats)" "$(turns virsh -c "$far" list --all)"
}

# add_lab1: to the hosts file, and logged in.
add_lab1() {
    need_lab
    at_home
    [ -e "$work/config/roost/hosts.yaml" ] || "$roost" host add lab1 lab1 >/dev/null
    "$roost" host connect lab1 >/dev/null
}

bench_ssh() {
    add_lab1
    compare 'list on a connected host' "$roost --host lab1 list" 'virsh -c qemu+ssh://lab1/system list --all'
}

bench_sshupload() {
    local file=$work/data.raw uri=qemu+ssh://lab1/system
    add_lab1
    head -c "${mib}M" /dev/urandom >"$file"
    local ours="$roost --host lab1 volume upload $file default/volume"
    local remove="virsh -c $uri vol-delete --pool default volume; ssh lab1 rm -f /var/lib/libvirt/images/volume"
    local prepare="{ $remove; } >/dev/null 2>&1 || true"
    compare "upload of $mib MiB over SSH, against scp" "$ours" "scp $file lab1:/var/lib/libvirt/images/volume" "$prepare"
    compare "upload of $mib MiB over SSH, against virsh" "$ours" \
        "virsh -c $uri vol-create-as default volume ${mib}MiB --format raw && virsh -c $uri vol-upload --pool default volume $file" "$prepare"
}

# Another hosts file than that of the other parts, as --all-hosts means all of it.
bench_fleet() {
    local host machine fleet=$work/fleet
    mkdir -p "$fleet/roost"
    for ((host = 1; host <= 100; host++)); do
        {
            printf '<node>'
            for ((machine = 1; machine <= 100; machine++)); do
                printf '<domain type="test"><name>web%d</name><memory>65536</memory><os><type>hvm</type></os></domain>' "$machine"
            done
            printf '</node>'
        } >"$fleet/$host.xml"
    done
    {
        printf 'hosts:\n'
        for ((host = 1; host <= 100; host++)); do printf '  host%d:\n    uri: test://%s/%d.xml\n' "$host" "$fleet" "$host"; done
    } >"$fleet/roost/hosts.yaml"
    local ours="env XDG_CONFIG_HOME=$fleet $roost list --all-hosts"
    [ "$($ours --quiet | wc -l)" -eq 10000 ] || die "the fleet has 10,000 machines, and roost lists others"
    compare '100 hosts with 100 machines each, against virsh in a loop' "$ours" \
        "for host in \$(seq 100); do virsh -c test://$fleet/\$host.xml list --all; done"
    # shellcheck disable=SC2086 # words
    printf '100 hosts with 100 machines each: peak memory %s KiB\n' "$(peak $ours)"
}

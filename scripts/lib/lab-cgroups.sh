# shellcheck shell=bash disable=SC2154
# A control group for each host, so that libvirt there can measure its guests, and two hosts' guests do not meet in one group.
# Sourced, after lab-state.sh.

readonly lab_group=roost-lab-$lab_name

# groups: the hierarchies that libvirt uses for numbers and processors: directory, type, controllers. Memory of version 1 is not
# among them: what the lab takes stays on the account of who started it.
groups() {
    awk '$3 == "cgroup2" { print $2, $3, "-" }
        $3 == "cgroup" {
            count = split($4, options, ",")
            wanted = ""
            for (i = 1; i <= count; i++)
                if (options[i] ~ /^(cpu|cpuacct|cpuset|devices)$/) wanted = wanted (wanted == "" ? "" : ",") options[i]
            if (wanted != "") print $2, $3, wanted
        }' /proc/self/mounts
}

# share_out GROUP: of version 2, where a group has what its parent shares out. A controller that cannot be had, libvirt does without.
share_out() {
    local names name
    [ -e "$1/cgroup.controllers" ] || return 0
    read -r -a names <"$1/cgroup.controllers" || true # an empty one has no line
    for name in "${names[@]}"; do
        { echo "+$name" >"$1/cgroup.subtree_control"; } 2>/dev/null || true
    done
}

# enter_groups HOST: moves this shell into the host's groups, which become the roots of what it unshares then.
enter_groups() {
    local mount group name
    while read -r mount _; do
        group=$mount/$lab_group/$1
        mkdir -p "$group"
        # Version 1: a group without processors takes nobody.
        for name in cpuset.cpus cpuset.mems; do
            if [ -e "$mount/$name" ]; then
                cat "$mount/$name" >"$mount/$lab_group/$name"
                cat "$mount/$name" >"$group/$name"
            fi
        done
        share_out "$mount/$lab_group"
        echo 0 >"$group/cgroup.procs"
    done < <(groups)
}

# mount_groups DIRECTORY TYPE CONTROLLERS …: what `groups` said, mounted anew: a namespace sees its own part only.
mount_groups() {
    [ "$1" = /sys/fs/cgroup ] || mount -t tmpfs -o mode=755 tmpfs /sys/fs/cgroup
    while [ $# -gt 0 ]; do
        mkdir -p "$1"
        if [ "$2" = cgroup2 ]; then
            mount -t cgroup2 cgroup2 "$1"
            # Of version 2, a group that shares out holds no processes itself.
            mkdir "$1/init"
            echo 0 >"$1/init/cgroup.procs"
        else
            mount -t cgroup -o "$3" cgroup "$1"
        fi
        shift 3
    done
}

# remove_groups: deepest first. The kernel lets go of a group a moment after its last process.
remove_groups() {
    local mount tries
    while read -r mount _; do
        for ((tries = 0; tries < 50; tries++)); do
            [ -d "$mount/$lab_group" ] || break
            find "$mount/$lab_group" -depth -type d -exec rmdir {} \; 2>/dev/null || true
            [ ! -d "$mount/$lab_group" ] || sleep 0.1
        done
        [ ! -d "$mount/$lab_group" ] || warn "$mount/$lab_group cannot be removed"
    done < <(groups)
}

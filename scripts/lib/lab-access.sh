# shellcheck shell=bash disable=SC2154
# Who may log in to the lab's hosts, and the client's side of it. Sourced, after lab-state.sh and lab-network.sh.

# Users that only the lab has, and the groups they are in besides `users`.
readonly lab_users=(operator outsider walled typist)
lab_user_groups() { case $1 in operator | walled | typist) echo libvirt ;; esac; }

# make_access: the lab's key and password, made once.
make_access() {
    [ -s "$lab_state/key" ] || ssh-keygen -q -t ed25519 -N '' -C "roost lab $lab_name" -f "$lab_state/key"
    if [ ! -s "$lab_state/typist-password" ]; then
        (umask 077 && head -c 10 /dev/urandom | base32 | tr '[:upper:]' '[:lower:]' >"$lab_state/typist-password")
    fi
}

# write_hosts FILE: the names of all hosts that the lab can have.
write_hosts() {
    local number
    printf '127.0.0.1 localhost\n::1 localhost\n' >"$1"
    for ((number = 1; number <= lab_most; number++)); do
        printf '%s lab%d\n' "$(host_address "lab$number")" "$number"
    done >>"$1"
}

# make_users DIRECTORY: passwd, shadow and group as this computer has them, with the lab's users and without any password of
# this computer's.
make_users() {
    local user number=59800 hash
    hash=$(openssl passwd -6 -stdin <"$lab_state/typist-password")
    cp /etc/passwd /etc/group "$1"
    for user in "${lab_users[@]}"; do
        sed -i "/^$user:/d" "$1/passwd"
        while grep -q "^[^:]*:[^:]*:$number:" "$1/passwd"; do number=$((number + 1)); done
        printf '%s:x:%d:100:Roost lab:/home/%s:/bin/bash\n' "$user" "$number" "$user" >>"$1/passwd"
        add_to_groups "$1/group" "$user"
    done
    (umask 077 && awk -F: -v OFS=: '{ print $1, "*", 19000, 0, 99999, 7, "", "", "" }' "$1/passwd" >"$1/shadow")
    sed -i "s|^typist:\*|typist:$hash|" "$1/shadow"
}

# add_to_groups FILE USER: a group's line ends with its members, commas between.
add_to_groups() {
    local group
    for group in $(lab_user_groups "$2"); do
        sed -i -e "s/^\($group:.*[^:]\)\$/\1,$2/" -e t -e "s/^\($group:.*:\)\$/\1$2/" "$1"
    done
}

# make_keys DIRECTORY: which keys each user may come with.
make_keys() {
    local user
    mkdir -p "$1"
    for user in root operator outsider walled; do cp "$lab_state/key.pub" "$1/$user"; done
}

# write_sshd_config FILE. Without PAM, so that nothing of this computer's set-up plays a part.
write_sshd_config() {
    cat >"$1" <<'END'
ListenAddress 0.0.0.0
HostKey /run/lab/host_key
PidFile /run/sshd.pid
LogLevel VERBOSE
UsePAM no
UseDNS no
PermitRootLogin prohibit-password
AuthorizedKeysFile /run/lab/keys/%u
MaxStartups 200
PrintMotd no
Subsystem sftp internal-sftp
Match User walled
    AllowStreamLocalForwarding no
END
}

# write_client_files: ssh_config and known_hosts for all hosts there are, and an ssh that uses them. ssh reads ~/.ssh of the
# user database and not of $HOME, so a configuration of one's own needs a program in front of it.
write_client_files() {
    local host address
    known_hosts | while read -r host; do
        address=$(host_address "$host")
        printf '%s,%s %s\n' "$host" "$address" "$(cut -d ' ' -f 1,2 "$lab_state/hosts/$host/host_key.pub")" >&3
        printf 'Host %s %s\n    HostName %s\n' "$host" "$address" "$address"
    done >"$lab_state/ssh_config" 3>"$lab_state/known_hosts"
    cat >>"$lab_state/ssh_config" <<END
Host *
    User root
    IdentityFile $lab_state/key
    IdentitiesOnly yes
    IdentityAgent none
    UserKnownHostsFile $lab_state/known_hosts
    GlobalKnownHostsFile none
    UpdateHostKeys no
END
    printf '#!/bin/sh\nexec /usr/bin/ssh -F %s/ssh_config "$@"\n' "$lab_state" >"$lab_state/bin/ssh"
    printf '#!/bin/sh\nexec /usr/bin/scp -F %s/ssh_config "$@"\n' "$lab_state" >"$lab_state/bin/scp"
    chmod 755 "$lab_state/bin/ssh" "$lab_state/bin/scp"
}

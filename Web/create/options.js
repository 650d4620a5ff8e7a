// The options of `roost create` that a row of the form can hold, and how a request is made of them.

/** Options that take no value. */
export const flags = new Set(['import', 'autostart', 'no-start']);

/** By name, with an example. */
export const examples = /** @type {Record<string, string>} */ ({
    'memory': '4096', 'vcpus': '4,maxvcpus=8', 'cpu': 'host-passthrough', 'os-variant': 'debian12', 'boot': 'uefi',
    'disk': 'size=20,bus=virtio', 'network': 'network=default,model=virtio', 'graphics': 'vnc', 'controller': 'usb,model=qemu-xhci',
    'serial': 'pty', 'console': 'pty', 'channel': 'unix,target.type=virtio,name=org.qemu.guest_agent.0', 'tpm': 'default',
    'rng': '/dev/urandom', 'machine': 'q35', 'arch': 'x86_64', 'virt-type': 'kvm', 'image': 'debian-12', 'copy': 'auto', 'user': 'ada',
    'hostname': 'web1', 'ip': '10.0.0.10/24', 'gateway': '10.0.0.1', 'dns': '10.0.0.1', 'package': 'nginx',
    'run': 'systemctl enable --now nginx', 'cdrom': '/srv/iso/debian.iso', 'import': '', 'tag': 'web', 'title': '', 'description': '',
    'uuid': '', 'autostart': '', 'no-start': '',
});

/** @typedef {[name: string, value: string][]} Rows */
/** @typedef {Record<string, string | string[] | true>} Options */

/**
 * @param {Rows} rows
 * @returns {Options}
 */
export function optionsOf(rows) {
    /** @type {Options} */
    const options = {};
    for (const [name, text] of rows) {
        const value = text.trim();
        if (flags.has(name)) options[name] = true;
        else if (value === '') continue;
        else {
            const before = options[name];
            options[name] = before === undefined || before === true ? value : [before, value].flat();
        }
    }
    return options;
}

/**
 * A name that no machine of the host has yet.
 * @param {string} stem
 * @param {Set<string>} taken
 */
export function freeName(stem, taken) {
    const base = stem.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'machine';
    for (let number = 1; ; number += 1) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

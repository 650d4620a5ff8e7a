// The dialogs that keep addresses of a network for machines, and lead ports of the host to them.

import { api, machinePath } from '../api.js';
import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { commandName, store } from '../store.js';
import { ask } from '../ui/dialog.js';
import { commandLine, empty, field, select } from '../ui/parts.js';
import { toast } from '../ui/toast.js';

/** @param {Port} port */
export const portPlace = (port) => `${port.bind ? `${port.bind}:` : ''}${port.port}/${port.transport}`;

/** @param {string} host @param {string} name */
const machineOf = (host, name) => [...store.machines.values()].find((each) => each.host === host && each.name === name);

/**
 * A command that follows a form.
 * @param {HTMLElement} form
 * @param {() => string[]} words
 */
function following(form, words) {
    const element = h('div', {});
    const show = () => fill(element, commandLine(shellLine('roost', 'net', ...words()), t('command')));
    form.addEventListener('input', show);
    show();
    form.append(element);
}

/**
 * @param {Network} network
 * @param {{address: string, mac?: string, machine?: string}} lease
 * @param {() => Promise<unknown>} again
 */
export function reserveAddress(network, lease, again) {
    const machine = machineOf(network.host, lease.machine ?? '');
    const address = h('input', { value: lease.address.split('/')[0] ?? '', spellcheck: 'false', autocomplete: 'off' });
    const content = h('div', { class: 'stack' }, field(t('column.address'), address, t('lease.reserve.hint')));
    following(content, () => ['reserve', machine ? commandName(machine) : lease.machine ?? '', address.value.trim(), '--network', network.name]);
    return ask({
        title: t('lease.reserve.title', { name: lease.machine ?? '', network: network.name }), accept: t('lease.reserve'), content,
        ready: () => machine !== undefined && address.value.trim() !== '',
        act: async () => {
            if (!machine) return;
            const kept = await api.put(`${machinePath(machine)}/reservation`, { address: address.value.trim(), network: network.name, mac: lease.mac });
            toast(t('lease.kept', { address: kept.address, name: machine.name }), kept.present ? t('lease.later', { address: kept.present }) : undefined);
            await again();
        },
    });
}

/**
 * @param {Network} network
 * @param {{address: string, mac?: string, machine: string}} kept
 * @param {() => Promise<unknown>} again
 */
export function freeAddress(network, kept, again) {
    const machine = machineOf(network.host, kept.machine);
    const content = h('div', { class: 'stack' }, h('p', {}, t('lease.free.text', { name: kept.machine })));
    following(content, () => ['reserve', machine ? commandName(machine) : kept.machine, '--remove', '--network', network.name]);
    return ask({
        title: t('lease.free.title', { address: kept.address }), kind: 'danger', accept: t('lease.free'), content, ready: () => machine !== undefined,
        act: async () => {
            if (!machine) return;
            await api.delete(`${machinePath(machine)}/reservation?${new URLSearchParams({ network: network.name, ...kept.mac ? { mac: kept.mac } : {} })}`);
            await again();
        },
    });
}

/** @param {NetworkDetails} details @param {() => Promise<unknown>} again */
export function addPort(details, again) {
    const network = details.network;
    const names = [...new Set(details.connections.map((each) => each.machine))].filter((name) => machineOf(network.host, name)).sort();
    if (names.length === 0) {
        return ask({ title: t('port.new'), accept: t('port.make'), content: empty('networks', t('port.noMachine'), t('port.noMachine.text')), ready: () => false, act: () => {} });
    }
    const choice = select(names, names[0] ?? '');
    const port = h('input', { type: 'number', min: 1, max: 65535, value: 8080 });
    const guest = h('input', { type: 'number', min: 1, max: 65535, value: 80 });
    const transport = select(['tcp', 'udp'], 'tcp');
    const bind = h('input', { value: '', spellcheck: 'false', autocomplete: 'off' });
    const wish = () => `${bind.value.trim() ? `${bind.value.trim()}:` : ''}${port.value}:${guest.value}${transport.value === 'udp' ? '/udp' : ''}`;
    const content = h('div', { class: 'stack' }, field(t('lease.machine'), choice),
        h('div', { class: 'two' }, field(t('port.host'), port), field(t('port.guest'), guest)),
        h('div', { class: 'two' }, field(t('port.transport'), transport), field(t('port.bind'), bind, t('port.bind.hint'))), h('p', { class: 'muted' }, t('port.text')));
    const machine = () => machineOf(network.host, choice.value);
    following(content, () => {
        const row = machine();
        return ['forward', row ? commandName(row) : choice.value, wish(), '--network', network.name];
    });
    return ask({
        title: t('port.new'), accept: t('port.make'), content, ready: () => port.validity.valid && guest.validity.valid && port.value !== '' && guest.value !== '',
        act: async () => {
            const row = machine();
            if (!row) return;
            const done = await api.post(`${machinePath(row)}/ports`, { ports: [wish()], network: network.name });
            toast(t('port.leads', { port: done.ports.map(portPlace).join(', '), name: row.name }), done.isHookNew ? t('port.hookNew', { path: done.hook }) : undefined);
            await again();
        },
    });
}

/** @param {PortRow} row @param {() => Promise<unknown>} again */
export function removePort(row, again) {
    const wish = `${row.port.bind ? `${row.port.bind}:` : ''}${row.port.port}:${row.port.guestPort}${row.port.transport === 'udp' ? '/udp' : ''}`;
    const content = h('div', { class: 'stack' }, h('p', {}, t('port.remove.text', { port: portPlace(row.port), name: row.machine })));
    following(content, () => ['forward', commandName({ host: row.host, name: row.machine }), wish, '--remove']);
    return ask({
        title: t('port.remove.title', { port: portPlace(row.port) }), kind: 'danger', accept: t('port.remove'), content,
        act: async () => {
            await api.delete(`${machinePath(row)}/ports?${new URLSearchParams({ port: wish })}`);
            await again();
        },
    });
}

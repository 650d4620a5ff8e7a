// One network: its addresses, what it has given out and keeps for machines, and ports of the host that lead into it.

import { api, hasRole, mayBecome, path } from '../api.js';
import { h } from '../dom.js';
import { duration, shellLine } from '../format.js';
import { t, word } from '../i18n.js';
import { link, machineLink } from '../router.js';
import { hostWords, on, store } from '../store.js';
import { icon } from '../ui/icons.js';
import { button, commandLine, facts, fillWith, stateBadge, table } from '../ui/parts.js';
import { editNetwork } from './networkedit.js';
import { rangeWords } from './networkfields.js';
import { addPort, freeAddress, portPlace, removePort, reserveAddress } from './networkports.js';

/** @param {string} host @param {string} name @param {PageContext} context @returns {PageView} */
export function networkPage(host, name, { signal }) {
    const body = h('div', { class: 'stack' });
    const place = path('hosts', host, 'networks', name);
    const load = () => fillWith(body, async () => {
        const [details, ports] = await Promise.all([api.get(place, { signal }), api.get(`${place}/ports`, { signal })]);
        return { details: /** @type {NetworkDetails} */ (details), ports: /** @type {List<PortRow>} */ (ports).items };
    }, ({ details, ports }) => content(details, ports, load), signal);
    // What changes it here or elsewhere is told; so are machines that come and go.
    on('networks', (change) => {
        if (!change || change.host === host) void load();
    }, signal);
    void load();
    return {
        title: name,
        element: h('div', { class: 'stack' }, h('header', { class: 'page-head' }, h('div', { class: 'crumbs' },
            h('a', { href: link(['networks']) }, t('place.networks')), icon('chevron')), h('h1', {}, name)), body),
    };
}

/** @param {NetworkDetails} details @param {PortRow[]} ports @param {() => Promise<void>} again */
function content(details, ports, again) {
    const network = details.network;
    // The server refuses by itself; a viewer is not offered what leads nowhere.
    const mayRule = mayBecome('administrator') && hasRole('operator');
    return [
        h('section', { class: 'panel' }, h('header', {}, stateBadge(network.active ? 'running' : 'off'),
            mayRule && network.persistent ? button(t('action.edit'), () => editNetwork(details, again), { icon: 'edit' }) : null),
        h('div', { class: 'panel-body' }, facts([
            [t('column.host'), network.host], ...settingFacts({ ...details, forward: network.forward, addresses: network.addresses }),
            [t('network.bridge'), network.bridge ?? ''], [t('machine.autostart'), network.autostart ? t('yes') : t('no')],
        ]), commandLine(shellLine('roost', 'net', 'show', network.name, ...hostWords(network.host)), t('command')))),
        details.next ? waiting(details, details.next) : null,
        h('h2', {}, t('network.leases')), leases(details, mayRule, again),
        h('h2', {}, t('network.kept')), kept(details, mayRule, again),
        h('h2', {}, t('network.ports')), h('div', { class: 'tab-tools' }, h('p', { class: 'muted' }, t('network.ports.text')),
            mayRule ? button(t('port.new'), () => addPort(details, again), { icon: 'plus' }) : null), forwards(ports, mayRule, again),
    ];
}

/**
 * @param {NetworkSettings} settings
 * @returns {[string, import('../dom.js').Child | import('../dom.js').Child[]][]}
 */
const settingFacts = (settings) => [
    [t('network.forward'), word('forward', settings.forward)],
    [t('network.addresses'), h('code', {}, settings.addresses.join(', ') || '–')],
    [t('network.dhcp'), h('code', {}, rangeWords(settings.ranges) || t('network.dhcp.none'))],
    [t('network.domain'), settings.domain ?? ''], ['MTU', settings.mtu ?? ''], ['VLAN', settings.vlans.join(', ')],
    [t('network.dns'), settings.dnsNames.length === 0 ? '' : settings.dnsNames.map((each) => h('div', {}, `${each.names.join(', ')} = `, h('code', {}, each.address)))],
    [t('network.groups'), settings.portGroups.length === 0 ? '' : settings.portGroups.map((each) => h('div', {}, [each.name, ...each.vlans.length > 0 ? [`VLAN ${each.vlans.join(', ')}`] : [],
        ...each.isDefault ? [t('network.groups.default')] : []].join(' · ')))],
];

/**
 * What of its definition waits for its next start.
 * @param {NetworkDetails} details @param {NetworkSettings} next
 */
function waiting(details, next) {
    const now = settingFacts({ ...details, forward: details.network.forward, addresses: details.network.addresses });
    const words = (/** @type {unknown} */ value) => [value].flat().map((each) => each instanceof Node ? each.textContent : String(each)).join('\n');
    const changed = settingFacts(next).filter(([, value], index) => words(value) !== words(now[index]?.[1]))
        .map(([name, value]) => /** @type {[string, typeof value]} */ ([name, words(value) === '' ? '–' : value]));
    return h('section', { class: 'panel' }, h('header', {}, h('h2', {}, t('network.waits'))), h('div', { class: 'panel-body' }, facts(changed),
        h('p', { class: 'muted' }, t('network.restart'))));
}

/** @param {NetworkDetails} details @param {boolean} mayRule @param {() => Promise<void>} again */
function leases(details, mayRule, again) {
    if (details.leases.length === 0) return h('p', { class: 'muted' }, t('network.leases.none'));
    const now = Date.now() / 1000;
    const reserved = new Set(details.reservations.map((each) => each.mac?.toLowerCase()));
    return table(t('network.leases'), [t('column.address'), t('lease.machine'), t('interface.mac'), t('lease.hostname'), t('lease.expires'), { text: '', class: 'tools' }],
        details.leases.map((lease) => [h('code', {}, lease.address), machineName(details.network.host, lease.machine), h('code', {}, lease.mac ?? '–'), lease.hostname ?? '–',
            lease.expires ? duration(lease.expires - now) : t('lease.never'),
            mayRule && lease.machine && lease.mac && !lease.address.includes(':') && !reserved.has(lease.mac.toLowerCase())
                ? button(t('lease.reserve'), () => reserveAddress(details.network, lease, again), { kind: 'plain' }) : null]));
}

/** @param {NetworkDetails} details @param {boolean} mayRule @param {() => Promise<void>} again */
function kept(details, mayRule, again) {
    if (details.reservations.length === 0) return h('p', { class: 'muted' }, t('network.kept.none'));
    const owners = new Map(details.connections.map((each) => [each.mac?.toLowerCase(), each.machine]));
    return table(t('network.kept'), [t('column.address'), t('lease.machine'), t('interface.mac'), t('column.name'), { text: '', class: 'tools' }],
        details.reservations.map((each) => {
            const machine = each.mac ? owners.get(each.mac.toLowerCase()) : undefined;
            return [h('code', {}, each.address), machineName(details.network.host, machine), h('code', {}, each.mac ?? '–'), each.name ?? '–',
                mayRule && machine && each.mac ? button(t('lease.free'), () => freeAddress(details.network, { ...each, machine }, again), { kind: 'plain' }) : null];
        }));
}

/** @param {PortRow[]} ports @param {boolean} mayRule @param {() => Promise<void>} again */
function forwards(ports, mayRule, again) {
    if (ports.length === 0) return h('p', { class: 'muted' }, t('network.ports.none'));
    return table(t('network.ports'), [t('port.host'), t('lease.machine'), t('port.to'), t('column.state'), { text: '', class: 'tools' }],
        ports.map((row) => [h('code', {}, portPlace(row.port)), machineName(row.host, row.machine), h('code', {}, `${row.port.address}:${row.port.guestPort}`),
            stateBadge(row.active ? 'running' : 'off'),
            mayRule ? button(t('port.remove'), () => removePort(row, again), { kind: 'plain', icon: 'trash' }) : null]));
}

/** @param {string} host @param {string} [name] */
function machineName(host, name) {
    if (!name) return '–';
    const row = [...store.machines.values()].find((each) => each.host === host && each.name === name);
    return row ? h('a', { href: machineLink(row) }, name) : name;
}

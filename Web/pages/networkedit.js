// The dialog that changes a network. Only what was changed in it is sent, and what came of it is told.

import { api, path } from '../api.js';
import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { hostWords } from '../store.js';
import { ask } from '../ui/dialog.js';
import { icon } from '../ui/icons.js';
import { commandLine, field } from '../ui/parts.js';
import { toast } from '../ui/toast.js';
import {
    advanced, box, check, choice, groupChanges, groupLines, kindField, nameChanges, nameLines, orderWords, overlapLeave, showAtField, text, wholeRange,
} from './networkfields.js';

const kinds = ['nat', 'isolated', 'route', 'open'];

/**
 * @param {NetworkDetails} details @param {() => Promise<unknown>} again
 * @returns {Promise<unknown>}
 */
export function editNetwork(details, again) {
    const network = details.network;
    // What it is now may differ from its definition, and the definition is what changes.
    /** @type {NetworkSettings} */
    const before = details.next ?? { ...details, forward: network.forward, addresses: network.addresses };
    const isOwn = kinds.includes(before.forward);
    const four = before.addresses.find((each) => !each.includes(':')) ?? '';
    const six = before.addresses.find((each) => each.includes(':')) ?? '';
    const ranges = before.ranges.filter((each) => !each.first.includes(':'));
    const range = ranges.map((each) => `${each.first}-${each.last}`).join(', ');
    const whole = wholeRange(four);
    const isWhole = ranges.length === 1 && whole?.first === ranges[0]?.first && whole?.last === ranges[0]?.last;
    const kind = kindField(before.forward, kinds);
    const subnet = text(four, { placeholder: t('network.none') });
    const subnetField = field('IPv4', subnet, t('network.subnet.edit'));
    const dhcpBefore = range ? isWhole ? 'auto' : 'given' : 'none';
    const dhcp = choice('DHCP', [['auto', t('network.dhcp.auto')], ['given', t('network.dhcp.given')], ['none', t('network.noDHCP')]], dhcpBefore,
        text(isWhole ? '' : range, { placeholder: '192.168.150.100-200' }));
    const ipv6 = choice('IPv6', [['none', t('network.none')], ['auto', t('network.ipv6.auto')], ['given', t('network.given')]], six ? 'given' : 'none',
        text(six, { placeholder: 'fd12:3456:789a:1::/64' }), t('network.ipv6.hint'));
    const domain = text(before.domain ?? '', { placeholder: 'lab.example' });
    const mtu = text(before.mtu === undefined ? '' : String(before.mtu), { type: 'number', min: 68, max: 65535, placeholder: '1500' });
    const names = nameLines(before.dnsNames);
    const groups = groupLines(before.portGroups, () => !isOwn || before.portGroups.some((each) => each.vlans.length > 0));
    const autostart = box(network.autostart);
    const leave = overlapLeave(() => subnet, () => ipv6.control);
    const dhcpOrder = () => {
        if (dhcp.pick.value === 'none') return range ? { noDHCP: true } : {};
        if (dhcp.pick.value === 'auto') return dhcpBefore === 'auto' ? {} : { dhcp: 'auto' };
        return dhcp.given && dhcp.given !== range ? { dhcp: dhcp.given } : {};
    };
    const ipv6Order = () => {
        if (ipv6.pick.value === 'given') return ipv6.given && ipv6.given !== six ? { ipv6: ipv6.given } : {};
        return ipv6.pick.value === (six ? 'given' : 'none') ? {} : { ipv6: ipv6.pick.value };
    };
    const order = () => ({
        ...isOwn ? {
            ...kind.pick.value === before.forward ? {} : { kind: kind.pick.value },
            ...subnet.value.trim() && subnet.value.trim() !== four ? { subnet: subnet.value.trim() } : {},
            ...dhcpOrder(), ...ipv6Order(),
            ...domain.value.trim() === (before.domain ?? '') ? {} : { domain: domain.value.trim() || 'none' },
            ...mtu.value && mtu.valueAsNumber !== before.mtu ? { mtu: mtu.valueAsNumber } : {},
            ...nameChanges(before.dnsNames, names.values()),
            ...leave.isGiven() ? { allowOverlap: true } : {},
        } : {},
        ...groupChanges(before.portGroups, groups.values()),
        ...autostart.checked === network.autostart ? {} : { autostart: autostart.checked },
    });
    const show = (/** @type {unknown} */ error) => leave.show(error) || showAtField(error, [
        [/^--subnet|would lie outside|no address in it/, () => subnet], [/^--dhcp|^DHCP cannot|which DHCP gives/, () => dhcp.control],
        [/^--ipv6/, () => ipv6.control], [/^--domain/, () => domain], [/^--mtu|1280 bytes/, () => mtu], [/^--dns-name|its DNS/, names.control],
        [/^--port-group|port group|VLANs/, groups.control],
    ]);
    const common = h('div', { class: 'stack' }, kind.element, subnetField, dhcp.element, ipv6.element);
    const more = advanced(h('div', { class: 'stack', hidden: !isOwn }, h('div', { class: 'two' }, field(t('network.domain'), domain), field(t('network.mtu'), mtu)), names.element), groups.element);
    const command = h('div', {});
    const content = h('div', { class: 'stack' },
        details.next ? h('div', { class: 'note' }, icon('info'), h('span', {}, t('network.edit.next'))) : null,
        isOwn ? common : h('p', { class: 'muted' }, t('network.edit.foreign')), check(t('network.autostart'), autostart), more, command);
    subnet.addEventListener('input', () => {
        leave.withdraw();
        // The old range is of the old addresses.
        if (subnet.value.trim() !== four && dhcp.pick.value === 'given' && dhcp.given === range) dhcp.choose('auto');
        dhcp.say(whole && subnet.value.trim() === four ? `${whole.first} – ${whole.last}` : '');
    });
    ipv6.element.addEventListener('input', (event) => {
        if (event.target === ipv6.pick || event.target === ipv6.input) leave.withdraw();
    });
    dhcp.say(whole ? `${whole.first} – ${whole.last}` : '');
    const tell = () => {
        ipv6.say(ipv6.pick.value === 'auto' ? t('network.ipv6.chance') : '');
        fill(command, commandLine(shellLine('roost', 'net', 'edit', network.name, ...orderWords(order()), ...hostWords(network.host)), t('command')));
    };
    content.addEventListener('input', tell);
    tell();
    /** @type {ChangeReport | undefined} */
    let report;
    return ask({
        title: t('network.edit', { name: network.name }), accept: t('save'), wide: true, content, place: show,
        ready: () => Object.keys(order()).some((each) => each !== 'allowOverlap') && mtu.validity.valid && dhcp.ready() && ipv6.ready() && (subnet.value.trim() !== '' || !four),
        act: async () => {
            report = /** @type {ChangeReport} */ (await api.patch(path('hosts', network.host, 'networks', network.name), order()));
            await again();
        },
    }).then(() => report ? told(network.name, report) : undefined);
}

/**
 * What holds now is told in passing; what does not has to be read.
 * @param {string} name @param {ChangeReport} report
 */
function told(name, report) {
    if (report.atNextStart.length === 0 && report.notices.length === 0) {
        toast(t('network.changed', { name }), report.now.join('; '));
        return undefined;
    }
    const part = (/** @type {string} */ title, /** @type {string[]} */ items) => items.length === 0 ? null
        : h('div', {}, h('h3', {}, title), h('ul', { class: 'points' }, items.map((each) => h('li', {}, each))));
    return ask({
        title: t('network.changed', { name }), accept: t('close'), isTold: true, act: () => {},
        content: h('div', { class: 'stack' }, part(t('network.changed.now'), report.now),
            part(report.isActive ? t('network.changed.next') : t('network.changed.start'), report.atNextStart),
            report.isActive && report.atNextStart.length > 0 ? h('p', { class: 'muted' }, t('network.restart')) : null,
            report.notices.map((each) => h('div', { class: 'note' }, icon('warning'), h('span', {}, each)))),
    });
}

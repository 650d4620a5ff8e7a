// The dialog that changes a network. Only what was changed in it is sent.

import { api, path } from '../api.js';
import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { hostWords } from '../store.js';
import { ask } from '../ui/dialog.js';
import { commandLine, field } from '../ui/parts.js';
import { toast } from '../ui/toast.js';

/** @param {string} value @param {Record<string, unknown>} [more] */
const text = (value, more = {}) => h('input', { value, spellcheck: 'false', autocomplete: 'off', ...more });

/** @param {NetworkDetails} details @param {() => Promise<unknown>} again */
export function editNetwork(details, again) {
    const network = details.network;
    const isBridge = network.forward === 'bridge';
    const first = network.addresses.find((each) => !each.includes(':')) ?? '';
    const range = details.ranges.find((each) => !each.first.includes(':'));
    const before = {
        subnet: first, dhcp: range ? `${range.first}-${range.last}` : '', domain: details.domain ?? '', mtu: details.mtu === undefined ? '' : String(details.mtu),
        names: lines(details.dnsNames.map((each) => `${each.names.join(',')}=${each.address}`).join('\n')),
    };
    const subnet = text(before.subnet);
    const dhcp = text(before.dhcp, { placeholder: 'auto' });
    const noDHCP = h('input', { type: 'checkbox', checked: !range });
    const domain = text(before.domain);
    const mtu = text(before.mtu, { type: 'number', min: 68, max: 65535 });
    const names = h('textarea', { rows: 3, spellcheck: 'false', value: before.names.join('\n'), placeholder: 'db.lab=192.168.150.10' });
    const autostart = h('input', { type: 'checkbox', checked: network.autostart });
    const order = () => {
        const now = lines(names.value);
        const removed = before.names.filter((each) => !now.includes(each)).flatMap((each) => each.split('=')[0]?.split(',') ?? []);
        const added = now.filter((each) => !before.names.includes(each));
        return {
            ...subnet.value.trim() && subnet.value.trim() !== before.subnet ? { subnet: subnet.value.trim() } : {},
            ...noDHCP.checked ? range ? { noDHCP: true } : {} : !range || dhcp.value.trim() !== before.dhcp ? { dhcp: dhcp.value.trim() || 'auto' } : {},
            ...domain.value.trim() !== before.domain ? { domain: domain.value.trim() || 'none' } : {},
            ...mtu.value && mtu.value !== before.mtu ? { mtu: mtu.valueAsNumber } : {},
            ...added.length > 0 ? { dnsNames: added } : {}, ...removed.length > 0 ? { removedDNSNames: removed } : {},
            ...autostart.checked !== network.autostart ? { autostart: autostart.checked } : {},
        };
    };
    const own = h('div', { class: 'stack', hidden: isBridge },
        h('div', { class: 'two' }, field(t('network.subnet'), subnet), field(t('network.dhcp'), dhcp, t('network.dhcp.hint'))),
        h('label', { class: 'check' }, noDHCP, h('span', {}, t('network.noDHCP'))),
        h('div', { class: 'two' }, field(t('network.domain'), domain), field(t('network.mtu'), mtu)), field(t('network.dns'), names, t('network.dns.hint')));
    const command = h('div', {});
    const content = h('div', { class: 'stack' }, own, h('label', { class: 'check' }, autostart, h('span', {}, t('network.autostart'))), command);
    const show = () => {
        dhcp.disabled = noDHCP.checked;
        fill(command, commandLine(shellLine('roost', 'net', 'edit', network.name, ...words(order()), ...hostWords(network.host)), t('command')));
    };
    content.addEventListener('input', show);
    show();
    return ask({
        title: t('network.edit', { name: network.name }), accept: t('save'), wide: true, content,
        ready: () => Object.keys(order()).length > 0 && mtu.validity.valid,
        act: async () => {
            const report = /** @type {{now: string[], atNextStart: string[], notices: string[], isActive: boolean}} */ (
                await api.patch(path('hosts', network.host, 'networks', network.name), order()));
            if (report.now.length > 0) toast(t('network.changed', { name: network.name }), report.now.join('; '));
            if (report.atNextStart.length > 0) {
                toast(t('network.changed.later', { name: network.name }), [report.atNextStart.join('; '), ...report.isActive ? [t('network.restart')] : []].join('. '));
            }
            for (const notice of report.notices) toast(notice);
            await again();
        },
    });
}

/** @param {string} value */
const lines = (value) => value.split('\n').map((line) => line.trim()).filter(Boolean);

/**
 * The same on the command line.
 * @param {{subnet?: string, dhcp?: string, noDHCP?: boolean, domain?: string, mtu?: number, dnsNames?: string[], removedDNSNames?: string[], autostart?: boolean}} order
 */
const words = (order) => [
    ...order.subnet ? ['--subnet', order.subnet] : [], ...order.dhcp ? ['--dhcp', order.dhcp] : [], ...order.noDHCP ? ['--no-dhcp'] : [],
    ...order.domain ? ['--domain', order.domain] : [], ...order.mtu ? ['--mtu', String(order.mtu)] : [],
    ...(order.removedDNSNames ?? []).flatMap((name) => ['--remove-dns-name', name]), ...(order.dnsNames ?? []).flatMap((name) => ['--dns-name', name]),
    ...order.autostart === undefined ? [] : [order.autostart ? '--autostart' : '--no-autostart'],
];

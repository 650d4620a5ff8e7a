// The dialog that makes a network: what is wanted often first, and what the host would choose beside it.

import { api, path, Problem } from '../api.js';
import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { hasManyHosts, hostWords, store } from '../store.js';
import { ask } from '../ui/dialog.js';
import { icon } from '../ui/icons.js';
import { commandLine, field, select } from '../ui/parts.js';
import {
    advanced, box, check, choice, groupLines, groupWords, kindField, nameChanges, nameLines, orderWords, overlapLeave, rangeWords, showAtField, text,
} from './networkfields.js';

/** How long typing has to pause before the host is asked what it would choose. */
const pause = 400;

/** @param {() => Promise<unknown>} again */
export function makeNetwork(again) {
    const hosts = [...store.hosts.values()].filter((host) => host.state === 'connected').map((host) => host.name);
    const host = select(hosts, hosts[0] ?? '');
    const name = text('', { maxlength: 50 });
    const kind = kindField('nat', ['nat', 'isolated', 'route', 'open', 'bridge']);
    const is = (/** @type {string[]} */ ...kinds) => kinds.includes(kind.pick.value);
    const subnet = choice('IPv4', [['auto', t('network.subnet.auto')], ['given', t('network.given')], ['none', t('network.none')]], 'auto',
        text('', { placeholder: '192.168.150.0/24' }));
    const dhcp = choice('DHCP', [['auto', t('network.dhcp.auto')], ['given', t('network.dhcp.given')], ['none', t('network.noDHCP')]], 'auto',
        text('', { placeholder: '192.168.150.100-200' }));
    const ipv6 = choice('IPv6', [['none', t('network.none')], ['auto', t('network.ipv6.auto')], ['given', t('network.given')]], 'none',
        text('', { placeholder: 'fd12:3456:789a:1::/64' }), t('network.ipv6.hint'));
    const bridge = text('', { maxlength: 15, list: 'network-bridges' });
    const bridges = h('datalist', { id: 'network-bridges' });
    const theirs = h('div', {}, field(t('interface.bridge'), bridge, t('network.bridge.hint')), bridges);
    const domain = text('', { placeholder: 'lab.example' });
    const mtu = text('', { type: 'number', min: 68, max: 65535, placeholder: '1500' });
    const via = text('', { maxlength: 15, placeholder: t('network.via.any') });
    const ownBridge = text('', { maxlength: 15, placeholder: t('network.ownBridge.auto') });
    const vlans = text('', { placeholder: '10, 20' });
    const names = nameLines([]);
    const groups = groupLines([], () => is('bridge'));
    const start = box(true);
    const autostart = box(true);
    const own = h('div', { class: 'stack' }, subnet.element, dhcp.element, ipv6.element);
    const ownMore = h('div', { class: 'stack' }, h('div', { class: 'two' }, field(t('network.domain'), domain), field(t('network.mtu'), mtu)), names.element);
    const viaField = field(t('network.via'), via, t('network.via.hint'));
    const ways = h('div', { class: 'two' }, field(t('network.ownBridge'), ownBridge), viaField);
    const vlanField = field('VLAN', vlans, t('network.vlans.hint'));
    const leave = overlapLeave(() => subnet.control, () => ipv6.control, (free) => {
        subnet.input.value = free;
        subnet.choose('given');
        subnet.input.dispatchEvent(new Event('input', { bubbles: true }));
        subnet.input.dispatchEvent(new Event('change', { bubbles: true }));
        subnet.input.focus();
    });
    const tags = () => vlans.value.split(/[\s,]+/).filter(Boolean).map((each) => /^\d{1,4}$/.test(each) ? Number(each) : each);
    /** @returns {Record<string, unknown>} */
    const order = () => ({
        name: name.value.trim(), kind: kind.pick.value,
        ...is('bridge') ? { bridge: bridge.value.trim(), ...tags().length > 0 ? { vlans: tags() } : {} } : {
            ...ownBridge.value.trim() ? { bridge: ownBridge.value.trim() } : {},
            ...via.value.trim() && is('nat', 'route') ? { via: via.value.trim() } : {},
            ...subnet.pick.value === 'none' ? { subnet: 'none' } : {
                ...subnet.given ? { subnet: subnet.given } : {},
                ...dhcp.pick.value === 'none' ? { noDHCP: true } : dhcp.given ? { dhcp: dhcp.given } : {},
            },
            ...ipv6.pick.value === 'auto' ? { ipv6: 'auto' } : ipv6.given ? { ipv6: ipv6.given } : {},
            ...domain.value.trim() ? { domain: domain.value.trim() } : {}, ...mtu.value ? { mtu: mtu.valueAsNumber } : {},
            ...nameChanges([], names.values()), ...leave.isGiven() ? { allowOverlap: true } : {},
        },
        ...groups.values().length > 0 ? { portGroups: groupWords(groups.values()) } : {},
        ...start.checked ? {} : { start: false }, ...autostart.checked ? {} : { autostart: false },
    });
    const show = (/** @type {unknown} */ error) => leave.show(error) || showAtField(error, [
        [/^--subnet|no private network/, () => subnet.control], [/^--dhcp|^DHCP cannot/, () => dhcp.control], [/^--ipv6/, () => ipv6.control],
        [/^--domain/, () => domain], [/^--mtu/, () => mtu], [/^--dns-name/, names.control], [/^(--vlan|VLAN: )/, () => vlans],
        [/^--port-group|port group/, groups.control], [/^--via|no interface/, () => via], [/VLANs/, (message) => vlans.value ? vlans : groups.control(message)],
        [/bridge/, () => is('bridge') ? bridge : ownBridge], [/the name of a network|one of that name/, () => name],
    ]);
    const notices = h('div', { class: 'stack', 'aria-live': 'polite' });
    const command = h('div', {});
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    /** What is chosen where nothing is said. Mistakes are for the button to say. */
    const look = async () => {
        subnet.say('');
        dhcp.say('');
        if (is('bridge') || !host.value) return fill(notices);
        const wanted = { ...order(), name: name.value.trim() || 'network' };
        const asked = host.value;
        try {
            const plan = /** @type {{settings: NetworkSettings, warnings: string[]}} */ (
                await api.post(path('hosts', asked, 'networks', 'plan'), wanted, { quiet: true }));
            if (host.value !== asked || JSON.stringify({ ...order(), name: wanted.name }) !== JSON.stringify(wanted)) return;
            subnet.say(plan.settings.addresses.find((each) => !each.includes(':')) ?? '');
            dhcp.say(rangeWords(plan.settings.ranges));
            fill(notices, plan.warnings.map((each) => h('div', { class: 'note' }, icon('warning'), h('span', {}, each))));
        } catch {
            fill(notices);
        }
    };
    const content = h('div', { class: 'stack' }, hasManyHosts() ? field(t('column.host'), host) : null,
        h('div', { class: 'two' }, field(t('column.name'), name), kind.element), own, theirs,
        advanced(ownMore, ways, vlanField, groups.element, check(t('network.start'), start), check(t('network.autostart'), autostart)), notices, command);
    const suit = () => {
        own.hidden = ownMore.hidden = ways.hidden = is('bridge');
        theirs.hidden = vlanField.hidden = !is('bridge');
        viaField.hidden = !is('nat', 'route');
        dhcp.element.hidden = subnet.pick.value === 'none';
        ipv6.say(ipv6.pick.value === 'auto' ? t('network.ipv6.chance') : '');
        groups.suit();
        const { name: _, ...rest } = order();
        // With a bridge alone it would be the host's.
        if (is('nat') && !rest.bridge) delete rest.kind;
        fill(command, commandLine(shellLine('roost', 'net', 'create', name.value.trim() || 'NAME', ...orderWords(rest), ...hostWords(host.value)), t('command')));
        clearTimeout(timer);
        timer = setTimeout(() => void look(), pause);
    };
    for (const part of [subnet, ipv6]) part.element.addEventListener('input', (event) => {
        if (event.target === part.input || event.target === part.pick) leave.withdraw();
    });
    content.addEventListener('input', suit);
    const nameBridges = async () => {
        fill(bridges);
        if (!host.value) return;
        try {
            const found = /** @type {List<HostBridge>} */ (await api.get(path('hosts', host.value, 'bridges'))).items.filter((each) => !each.network).map((each) => each.name);
            fill(bridges, found.map((each) => h('option', { value: each })));
            bridge.placeholder = found[0] ?? 'br0';
        } catch {
            // They are a help to whoever types; the server says what is wrong with a name.
        }
    };
    host.addEventListener('change', () => void nameBridges());
    void nameBridges();
    suit();
    const done = ask({
        title: t('network.new'), accept: t('network.make'), wide: true, content, place: show,
        ready: () => name.value.trim() !== '' && host.value !== '' && mtu.validity.valid
            && (is('bridge') ? bridge.value.trim() !== '' : subnet.ready() && ipv6.ready() && (subnet.pick.value === 'none' || dhcp.ready())),
        act: async () => {
            const wrong = is('bridge') ? tags().find((each) => typeof each === 'string') : undefined;
            if (wrong !== undefined) throw new Problem(0, { title: `VLAN: ${t('network.vlans.wrong', { text: wrong })}` });
            await api.post(path('hosts', host.value, 'networks'), order());
            await again();
        },
    });
    return done.finally(() => clearTimeout(timer));
}

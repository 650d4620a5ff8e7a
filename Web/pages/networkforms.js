// The dialogs that make and delete networks.

import { api, path, request, version } from '../api.js';
import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { hasManyHosts, hostWords, store } from '../store.js';
import { ask } from '../ui/dialog.js';
import { commandLine, failureBox, field, loading, select } from '../ui/parts.js';

/** @param {() => Promise<unknown>} again */
export function makeNetwork(again) {
    const hosts = [...store.hosts.values()].filter((host) => host.state === 'connected').map((host) => host.name);
    const host = select(hosts, hosts[0] ?? '');
    const name = h('input', { value: '', maxlength: 50, spellcheck: 'false', autocomplete: 'off' });
    const kind = select([['nat', t('network.kind.nat')], ['route', t('network.kind.route')], ['isolated', t('network.kind.isolated')], ['bridge', t('network.kind.bridge')]], 'nat');
    const subnet = h('input', { value: '', placeholder: '192.168.150.0/24', spellcheck: 'false' });
    const dhcp = h('input', { value: '', placeholder: '192.168.150.100-200', spellcheck: 'false' });
    const noDHCP = h('input', { type: 'checkbox' });
    const ipv6 = h('input', { type: 'checkbox' });
    const bridge = h('input', { value: 'br0', maxlength: 15, spellcheck: 'false' });
    const own = h('div', { class: 'stack' },
        h('div', { class: 'two' }, field(t('network.subnet'), subnet, t('network.subnet.hint')), field(t('network.dhcp'), dhcp, t('network.dhcp.hint'))),
        h('label', { class: 'check' }, noDHCP, h('span', {}, t('network.noDHCP'))), h('label', { class: 'check' }, ipv6, h('span', {}, t('network.ipv6'))));
    const theirs = field(t('interface.bridge'), bridge, t('network.bridge.hint'));
    const isBridge = () => kind.value === 'bridge';
    /** @returns {Record<string, unknown>} */
    const order = () => ({
        name: name.value.trim(), kind: kind.value,
        ...isBridge() ? { bridge: bridge.value.trim() } : {
            ...subnet.value.trim() ? { subnet: subnet.value.trim() } : {},
            ...noDHCP.checked ? { noDHCP: true } : dhcp.value.trim() ? { dhcp: dhcp.value.trim() } : {},
            ...ipv6.checked ? { ipv6: 'auto' } : {},
        },
    });
    const words = () => {
        const { kind: way, bridge: to, subnet: net, dhcp: range, noDHCP: none, ipv6: six } = /** @type {Record<string, any>} */ (order());
        return [name.value.trim() || 'NAME', ...way === 'route' ? ['--routed'] : way === 'isolated' ? ['--isolated'] : [], ...to ? ['--bridge', to] : [],
            ...net ? ['--subnet', net] : [], ...none ? ['--no-dhcp'] : range ? ['--dhcp', range] : [], ...six ? ['--ipv6', 'auto'] : [], ...hostWords(host.value)];
    };
    const command = h('div', {});
    const content = h('div', { class: 'stack' }, hasManyHosts() ? field(t('column.host'), host) : null,
        h('div', { class: 'two' }, field(t('column.name'), name), field(t('network.forward'), kind)), own, theirs, command);
    const show = () => {
        own.hidden = isBridge();
        theirs.hidden = !isBridge();
        dhcp.disabled = noDHCP.checked;
        fill(command, commandLine(shellLine('roost', 'net', 'create', ...words()), t('command')));
    };
    content.addEventListener('input', show);
    show();
    return ask({
        title: t('network.new'), accept: t('network.make'), wide: true, content,
        ready: () => name.value.trim() !== '' && host.value !== '' && (!isBridge() || bridge.value.trim() !== ''),
        act: async () => {
            await api.post(path('hosts', host.value, 'networks'), order());
            await again();
        },
    });
}

/** @param {Network} network @param {() => Promise<unknown>} again */
export function deleteNetwork(network, again) {
    const place = path('hosts', network.host, 'networks', network.name);
    const what = h('div', { class: 'stack', 'aria-live': 'polite' });
    const force = h('input', { type: 'checkbox' });
    const command = h('div', {});
    const tell = () => fill(command, commandLine(
        shellLine('roost', 'net', 'delete', network.name, ...(force.checked ? ['--force'] : []), ...hostWords(network.host)), t('command')));
    force.addEventListener('input', tell);
    let tag = '';
    let isKnown = false;
    let isUsed = false;
    const look = async () => {
        isKnown = false;
        fill(what, loading());
        try {
            const response = await request('GET', `${place}/deletion`);
            const plan = /** @type {{machines: {machine: string, active: boolean}[], reservations: number}} */ (await response.json());
            tag = version(response);
            const running = [...new Set(plan.machines.filter((each) => each.active).map((each) => each.machine))];
            const off = [...new Set(plan.machines.filter((each) => !each.active).map((each) => each.machine))].filter((each) => !running.includes(each));
            isUsed = running.length > 0;
            isKnown = true;
            fill(what, running.length + off.length === 0 ? h('p', {}, t('network.unused')) : null,
                isUsed ? h('p', { class: 'bad-text' }, t('network.running', { names: running.join(', ') })) : null,
                off.length > 0 ? h('p', {}, t('network.off', { names: off.join(', ') })) : null,
                plan.reservations > 0 ? h('p', {}, t('network.reservations', { n: plan.reservations })) : null,
                isUsed ? h('label', { class: 'check' }, force, h('span', {}, t('network.force'))) : null);
        } catch (error) {
            fill(what, failureBox(error, look));
        }
        force.dispatchEvent(new Event('input', { bubbles: true }));
        what.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const done = ask({
        title: t('network.delete', { name: network.name }), kind: 'danger', accept: t('action.delete'),
        content: [what, command],
        ready: () => isKnown && (!isUsed || force.checked),
        act: async () => {
            await request('DELETE', `${place}${force.checked ? '?force=true' : ''}`, undefined, { headers: { 'If-Match': tag } });
            await again();
        },
    });
    tell();
    void look();
    return done;
}

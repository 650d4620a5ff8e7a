// The dialogs about network interfaces.

import { api, path } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { ask } from '../ui/dialog.js';
import { failureBox, field, select } from '../ui/parts.js';
import { attempt } from '../ui/toast.js';
import { commandOf, devicePath, scopeField, suboption, tell } from './devices.js';

const models = ['virtio', 'e1000e', 'e1000', 'rtl8139'];

/**
 * What an interface is plugged into: a network of the host, or a bridge.
 * @param {MachineDetail} machine
 * @param {CardRow | undefined} row what it has now
 * @param {AbortSignal} signal
 */
function connectionFields(machine, row, signal) {
    const isBridge = row?.type === 'bridge';
    const kind = select([['network', t('interface.network')], ['bridge', t('interface.bridge')],
        ...row && !['network', 'bridge'].includes(row.type ?? '') ? [/** @type {[string, string]} */ (['', row.type ?? ''])] : []],
    row ? ['network', 'bridge'].includes(row.type ?? '') ? row.type ?? '' : '' : 'network');
    const network = select(row?.type === 'network' && row.source ? [row.source] : ['default'], row?.type === 'network' ? row.source ?? 'default' : 'default');
    const bridge = h('input', { value: isBridge ? row.source ?? '' : 'br0', maxlength: 15, spellcheck: 'false' });
    const parts = { network: field(t('interface.network'), network), bridge: field(t('interface.bridge'), bridge, t('interface.bridge.hint')) };
    const element = h('div', { class: 'two' }, field(t('interface.source'), kind), h('div', {}, parts.network, parts.bridge));
    const show = () => {
        parts.network.hidden = kind.value !== 'network';
        parts.bridge.hidden = kind.value !== 'bridge';
    };
    kind.addEventListener('input', show);
    show();
    void (async () => {
        try {
            const list = /** @type {List<Network>} */ (await api.get(path('hosts', machine.host, 'networks'), { signal }));
            const have = new Set([...network.options].map((option) => option.value));
            network.append(...list.items.filter((each) => !have.has(each.name)).map((each) => h('option', { value: each.name }, each.name)));
        } catch (error) {
            if (!signal.aborted) network.after(failureBox(error));
        }
    })();
    /** @returns {string} */
    const words = () => kind.value === 'network' ? suboption('network', network.value) : kind.value === 'bridge' ? suboption('bridge', bridge.value.trim()) : '';
    return { element, words, ready: () => kind.value !== 'bridge' || bridge.value.trim() !== '' };
}

/** @param {MachineDetail} machine @param {AbortSignal} signal @param {() => Promise<void>} again */
export function attachCard(machine, signal, again) {
    const connection = connectionFields(machine, undefined, signal);
    const model = select([['', t('disk.bus.auto')], ...models], '');
    const mac = h('input', { value: '', placeholder: '52:54:00:…', pattern: '([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}', spellcheck: 'false' });
    const scope = scopeField(machine);
    const card = () => [connection.words(), ...model.value ? [`model=${model.value}`] : [], ...mac.value ? [`mac=${mac.value}`] : []].join(',');
    const content = h('div', { class: 'stack' }, connection.element,
        h('div', { class: 'two' }, field(t('interface.model'), model), field(t('interface.mac'), mac, t('interface.mac.hint'))), scope.element);
    content.append(commandOf(machine, content, () => ['nic', 'attach', card(), ...scope.words()]));
    return ask({
        title: t('interface.attach.title', { name: machine.name }), accept: t('interface.attach'), wide: true, content,
        ready: () => mac.validity.valid && connection.ready(),
        act: async () => {
            tell(await api.post(devicePath(machine, 'interfaces', undefined, scope.query()), { interface: card() }));
            await again();
        },
    });
}

/** @param {MachineDetail} machine @param {CardRow} row @param {AbortSignal} signal @param {() => Promise<void>} again */
export function changeCard(machine, row, signal, again) {
    const connection = connectionFields(machine, row, signal);
    const before = connection.words();
    const model = select([...models, ...row.model && !models.includes(row.model) ? [row.model] : []], row.model ?? 'virtio');
    const link = h('input', { type: 'checkbox', checked: row.isLinkUp });
    const scope = scopeField(machine);
    const changes = () => [
        ...connection.words() !== before ? [connection.words()] : [],
        ...model.value !== (row.model ?? 'virtio') ? [`model=${model.value}`] : [],
        ...link.checked !== row.isLinkUp ? [`link=${link.checked ? 'up' : 'down'}`] : [],
    ];
    const content = h('div', { class: 'stack' }, connection.element, field(t('interface.model'), model),
        h('label', { class: 'check' }, link, h('span', {}, t('interface.link'))), scope.element);
    content.append(commandOf(machine, content, () => changes().length === 0 ? [] : ['nic', 'set', row.mac, changes().join(','), ...scope.words()]));
    return ask({
        title: t('interface.change.title', { name: row.mac }), accept: t('save'), wide: true, content,
        ready: () => changes().length > 0 && connection.ready(),
        act: async () => {
            tell(await api.patch(devicePath(machine, 'interfaces', row.mac, scope.query()), { changes: changes().join(',') }));
            await again();
        },
    });
}

/** @param {MachineDetail} machine @param {CardRow} row @param {() => Promise<void>} again */
export function switchLink(machine, row, again) {
    return attempt(async () => {
        tell(await api.patch(devicePath(machine, 'interfaces', row.mac), { changes: `link=${row.isLinkUp ? 'down' : 'up'}` }));
        await again();
    });
}

/** @param {MachineDetail} machine @param {CardRow} row @param {() => Promise<void>} again */
export function detachCard(machine, row, again) {
    const scope = scopeField(machine);
    const content = h('div', { class: 'stack' }, h('p', {}, t('interface.detach.text')), scope.element);
    content.append(commandOf(machine, content, () => ['nic', 'detach', row.mac, ...scope.words()]));
    return ask({
        title: t('interface.detach.title', { name: row.mac, machine: machine.name }), kind: 'danger', accept: t('interface.detach'), content,
        act: async () => {
            try {
                tell(await api.delete(devicePath(machine, 'interfaces', row.mac, scope.query())));
            } finally {
                await again();
            }
        },
    });
}

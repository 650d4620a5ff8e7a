// Network cards, with their addresses and who says so.

import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t, word } from '../i18n.js';
import { commandName } from '../store.js';
import { menuButton } from '../ui/menu.js';
import { button, commandLine, failureBox, loading, pill, table } from '../ui/parts.js';
import { attachCard, changeCard, detachCard, switchLink } from './cardforms.js';
import { rowsOf, whenPill } from './devices.js';

/** @param {import('./page.js').TabContext} context */
export default function network(context) {
    const list = h('div', {}, loading());
    const element = h('div', { class: 'stack' },
        h('div', { class: 'actions' }, button(t('interface.attach'), () => attachCard(context.detail(), context.signal, reload), { icon: 'plus' })),
        list, commandLine(shellLine('roost', 'nic', 'list', commandName(context.detail())), t('command')));
    const reload = rowsOf(context, 'interfaces', (/** @type {CardRow[]} */ rows, again) => {
        const machine = context.detail();
        fill(list, rows.length === 0 ? h('p', { class: 'muted' }, t('interfaces.none')) : table(t('tab.network'),
            [t('interface.mac'), t('interface.source'), t('interface.model'), t('interface.device'), t('column.address'), { text: '', class: 'tools' }],
            rows.map((row) => line(machine, row, context.signal, again))));
    }, (error, again) => fill(list, failureBox(error, again)));
    return element;
}

/** @param {MachineDetail} machine @param {CardRow} row @param {AbortSignal} signal @param {() => Promise<void>} again */
function line(machine, row, signal, again) {
    return [
        [h('code', {}, row.mac), ' ', row.isLinkUp ? null : pill(t('interface.linkDown'), 'warn'), ' ', whenPill(row, machine)],
        [row.source ?? '', ' ', h('span', { class: 'muted' }, row.type ?? '')], row.model ?? '–', row.device ?? '–',
        row.addresses.length === 0 ? h('span', { class: 'muted' }, t('interface.noAddress')) : h('div', {}, row.addresses.map((each) =>
            h('div', {}, h('code', {}, each.prefix === undefined ? each.address : `${each.address}/${each.prefix}`), ' ',
                h('span', { class: 'muted' }, word('source', each.source))))),
        menuButton(t('device.actions', { name: row.mac }), () => [
            { label: t(row.isLinkUp ? 'interface.unplug' : 'interface.plug'), icon: row.isLinkUp ? 'stop' : 'play', act: () => switchLink(machine, row, again) },
            { label: t('interface.change'), icon: 'edit', act: () => changeCard(machine, row, signal, again) },
            null,
            { label: t('interface.detach'), icon: 'trash', danger: true, act: () => detachCard(machine, row, again) },
        ], { icon: 'more', quiet: true }),
    ];
}

// Network cards, with their addresses and who says so.

import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t, word } from '../i18n.js';
import { commandName } from '../store.js';
import { commandLine, table } from '../ui/parts.js';

/** @param {import('./page.js').TabContext} context */
export default function network(context) {
    const element = h('div', { class: 'stack' });
    const show = () => {
        const machine = context.detail();
        fill(element, machine.interfaces.length === 0 ? h('p', { class: 'muted' }, t('interfaces.none')) : table(t('tab.network'),
            [t('interface.mac'), t('interface.source'), t('interface.model'), t('interface.device'), t('column.address')],
            machine.interfaces.map((card) => [
                h('code', {}, card.mac ?? '–'), [card.source ?? '', ' ', h('span', { class: 'muted' }, card.type ?? '')], card.model ?? '–', card.device ?? '–',
                card.addresses.length === 0 ? h('span', { class: 'muted' }, t('interface.noAddress')) : h('div', {}, card.addresses.map((each) =>
                    h('div', {}, h('code', {}, each.prefix === undefined ? each.address : `${each.address}/${each.prefix}`), ' ',
                        h('span', { class: 'muted' }, word('source', each.source))))),
            ])), commandLine(shellLine('roost', 'ssh', commandName(machine)), t('command')));
    };
    context.changed(show);
    show();
    return element;
}

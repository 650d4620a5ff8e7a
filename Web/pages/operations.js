// All work that took longer than a moment, the newest first.

import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { on, store } from '../store.js';
import { operationRow } from '../shell/drawer.js';
import { dateTime } from '../format.js';
import { empty, pageHead } from '../ui/parts.js';

/** @param {PageContext} context @returns {PageView} */
export default function operations({ signal }) {
    const list = h('div', { class: 'panel operations' });
    const body = h('div', {}, list);
    /** @type {Map<string, ReturnType<typeof operationRow>>} */
    const rows = new Map();
    const show = () => {
        const all = [...store.operations.values()].sort((a, b) => (b.started ?? '').localeCompare(a.started ?? ''));
        if (all.length === 0) return fill(body, empty('operations', t('operations.empty'), t('operations.empty.text')));
        const elements = all.map((operation) => {
            const row = rows.get(operation.id) ?? operationRow(operation, () => {});
            if (!rows.has(operation.id)) {
                row.row.querySelector('.icon-button')?.remove();
                row.row.append(h('span', { class: 'when muted' }, [operation.host, operation.user, dateTime(operation.started)].filter(Boolean).join(' · ')));
            }
            rows.set(operation.id, row);
            row.update(operation);
            return row.row;
        });
        // Rows that stand where they stood keep the focus that may be in them.
        if (elements.some((element, index) => list.children[index] !== element) || list.childElementCount !== elements.length) fill(list, elements);
        if (body.firstChild !== list) fill(body, list);
    };
    on('operations', show, signal);
    show();
    return { title: t('place.operations'), element: h('div', {}, pageHead(t('place.operations')), body) };
}

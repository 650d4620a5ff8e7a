// Snapshots as libvirt has them.

import { fill, h } from '../dom.js';
import { dateTime, shellLine } from '../format.js';
import { t, word } from '../i18n.js';
import { commandName } from '../store.js';
import { commandLine, empty, pill, table } from '../ui/parts.js';

/** @param {Snapshot[]} all @returns {[Snapshot, number][]} parents before children, with their depth */
function inOrder(all) {
    /** @type {[Snapshot, number][]} */
    const result = [];
    const names = new Set(all.map((each) => each.name));
    /** @param {string | undefined} parent @param {number} depth */
    const visit = (parent, depth) => {
        for (const each of all) {
            if ((each.parent && names.has(each.parent) ? each.parent : undefined) !== parent || depth > all.length) continue;
            result.push([each, depth]);
            visit(each.name, depth + 1);
        }
    };
    visit(undefined, 0);
    return result;
}

/** @param {import('./page.js').TabContext} context */
export default function snapshots(context) {
    const element = h('div', { class: 'stack' });
    const show = () => {
        const machine = context.detail();
        const command = commandLine(shellLine('roost', 'show', commandName(machine)), t('command'));
        if (machine.snapshots.length === 0) return fill(element, empty('save', t('snapshots.none'), t('snapshots.none.text'), command));
        fill(element, table(t('tab.snapshots'), [t('column.name'), t('snapshot.created'), t('column.state'), t('machine.notes')],
            inOrder(machine.snapshots).map(([each, depth]) => [
                ['  '.repeat(depth) + (depth > 0 ? '└ ' : ''), h('strong', {}, each.name), ' ', each.current ? pill(t('snapshot.current'), 'good') : null],
                dateTime(each.created), each.state ? word('state', each.state) : '–', each.description ?? '',
            ])), command);
    };
    context.changed(show);
    show();
    return element;
}

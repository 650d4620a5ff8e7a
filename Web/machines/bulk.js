// The same done with every chosen machine, a few at a time.

import { h, fill } from '../dom.js';
import { t } from '../i18n.js';
import { Problem } from '../api.js';
import { ask } from '../ui/dialog.js';
import { button, commandLine } from '../ui/parts.js';
import { toast, toastFailure } from '../ui/toast.js';
import { shellLine } from '../format.js';
import { commandName } from '../store.js';
import { action, isOffered, post } from './actions.js';
import { deleteMany } from './delete.js';

const atOnce = 6;

/**
 * @param {() => MachineRow[]} chosen
 * @param {() => void} clear
 */
export function bulkBar(chosen, clear) {
    const number = h('strong', {});
    const progress = h('progress', { hidden: true, 'aria-label': t('bulk.progress') });
    /** @param {MachineRow[]} rows @param {(row: MachineRow) => Promise<void>} work */
    const each = async (rows, work) => {
        /** @type {[MachineRow, unknown][]} */
        const failures = [];
        let next = 0;
        let done = 0;
        progress.max = rows.length;
        progress.value = 0;
        progress.hidden = false;
        await Promise.all(Array.from({ length: atOnce }, async () => {
            while (next < rows.length) {
                const row = /** @type {MachineRow} */ (rows[next]);
                next += 1;
                try {
                    await work(row);
                } catch (error) {
                    failures.push([row, error]);
                }
                progress.value = done += 1;
            }
        }));
        progress.hidden = true;
        report(rows.length, failures);
    };
    const buttons = ['start', 'shutdown', 'reboot', 'suspend', 'resume', 'destroy'].map((name) => {
        const act = action(name);
        return button(t(act.label), async () => {
            const rows = chosen().filter((row) => isOffered(act, row));
            if (rows.length === 0) return toast(t('bulk.none', { what: t(act.label) }));
            const go = () => each(rows, (row) => post(act, row));
            if (!act.warning) return go();
            await ask({
                title: t('bulk.ask', { what: t(act.label), n: rows.length }), kind: 'danger', accept: t(act.label),
                content: [h('p', {}, t(act.warning)), h('p', { class: 'names' }, rows.map((row) => row.name).join(', ')),
                    commandLine(shellLine('roost', act.name, ...rows.map(commandName)), t('command'))],
                act: go,
            });
        }, { icon: act.icon, kind: act.warning ? 'danger' : 'plain' });
    });
    const remove = button(t('action.delete'), async () => {
        /** @type {[MachineRow, unknown][]} */
        const failures = [];
        const rows = chosen();
        const gone = await deleteMany(rows, async (machine, work) => {
            try {
                await work();
            } catch (error) {
                failures.push([/** @type {MachineRow} */ (machine), error]);
            }
        });
        if (gone) report(rows.length, failures);
    }, { icon: 'trash', kind: 'danger' });
    const element = h('div', { class: 'bulk', role: 'toolbar', 'aria-label': t('bulk'), hidden: true },
        number, ...buttons, remove, progress, button(t('bulk.clear'), clear, { kind: 'plain' }));
    return {
        element,
        update: () => {
            const n = chosen().length;
            element.hidden = n === 0;
            fill(number, t('bulk.chosen', { n }));
        },
    };
}

/** @param {number} total @param {[MachineRow, unknown][]} failures */
function report(total, failures) {
    const first = failures[0];
    if (!first) return toast(t('bulk.done', { n: total }));
    const reason = first[1] instanceof Error ? first[1] : new Error(String(first[1]));
    toastFailure(new Problem(0, {
        title: t('bulk.failed', { n: failures.length, total }), detail: `${first[0].name}: ${reason.message}`,
        remedy: reason instanceof Problem ? reason.remedy : undefined,
    }));
}

// The same done with every chosen machine: one request, one operation, a result each.

import { api, path, Problem } from '../api.js';
import { h, fill } from '../dom.js';
import { t } from '../i18n.js';
import { shellLine } from '../format.js';
import { commandName, hasManyHosts, noteOperation, on, store } from '../store.js';
import { ask } from '../ui/dialog.js';
import { stateShape } from '../ui/icons.js';
import { button, commandLine, describe } from '../ui/parts.js';
import { attempt, toast, toastFailure } from '../ui/toast.js';
import { action, isOffered } from './actions.js';
import { deleteMany } from './delete.js';

/** @typedef {{name: string, host: string, failure?: {what: string, why?: string, remedy?: string}}} Outcome */

/**
 * @param {() => MachineRow[]} chosen
 * @param {() => void} clear
 */
export function bulkBar(chosen, clear) {
    const number = h('strong', {});
    const progress = h('progress', { hidden: true, 'aria-label': t('bulk.progress') });
    /** @param {import('./actions.js').Action} act @param {MachineRow[]} rows */
    const run = async (act, rows) => {
        const answer = await api.post('/machines/actions', { action: act.name, machines: rows.map(({ host, uuid }) => ({ host, uuid })) });
        // The question is answered: how it goes is told by the operation.
        void follow(answer.operation);
    };
    /** @param {OperationStatus} operation */
    const follow = async (operation) => {
        noteOperation(operation);
        progress.removeAttribute('value');
        progress.hidden = false;
        try {
            const ended = await endOf(operation, (now) => {
                if (now.progress?.total) [progress.max, progress.value] = [now.progress.total, now.progress.done];
            });
            if (ended.result) void report(ended.result.machines);
            else if (ended.failure) toastFailure(new Problem(0, { title: ended.failure.what, detail: ended.failure.why, remedy: ended.failure.remedy }));
        } catch (error) {
            toastFailure(error);
        } finally {
            progress.hidden = true;
        }
    };
    const buttons = ['start', 'shutdown', 'reboot', 'suspend', 'resume', 'destroy'].map((name) => {
        const act = action(name);
        return button(t(act.label), async () => {
            const rows = chosen().filter((row) => isOffered(act, row));
            if (rows.length === 0) return toast(t('bulk.none', { what: t(act.label) }));
            const go = () => run(act, rows);
            if (!act.warning) return attempt(go);
            await ask({
                title: t('bulk.ask', { what: t(act.label), n: rows.length }), kind: 'danger', accept: t(act.label),
                content: [h('p', {}, t(act.warning)), h('p', { class: 'names' }, rows.map((row) => row.name).join(', ')),
                    commandLine(shellLine('roost', act.name, ...rows.map(commandName)), t('command'))],
                act: go,
            });
        }, { icon: act.icon, kind: act.warning ? 'danger' : 'plain' });
    });
    const remove = button(t('action.delete'), async () => {
        /** @type {Outcome[]} */
        const outcomes = [];
        const rows = chosen();
        const gone = await deleteMany(rows, async (machine, work) => {
            const { name, host } = /** @type {MachineRow} */ (machine);
            try {
                await work();
                outcomes.push({ name, host });
            } catch (error) {
                const { title, why, remedy } = describe(error);
                outcomes.push({ name, host, failure: { what: title, why, remedy } });
            }
        });
        if (gone) await report(outcomes);
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

/**
 * Waits until an operation has ended.
 * @param {OperationStatus} operation
 * @param {(now: OperationStatus) => void} step
 * @returns {Promise<OperationStatus>} with its result
 */
async function endOf(operation, step) {
    for (;;) {
        await untilOver(operation, step);
        try {
            const now = /** @type {OperationStatus} */ (await api.get('/operations' + path(operation.id)));
            if (now.state !== 'running') return now;
            // Only left out of a list that was made before it began.
            noteOperation(now);
        } catch (error) {
            if (!(error instanceof Problem) || error.status !== 404) throw error;
            throw new Problem(404, { title: t('bulk.lost'), remedy: t('bulk.lost.remedy') });
        }
    }
}

/**
 * Waits until it has ended as far as is known here, or is not known any more: a server that was started anew knows nothing of it.
 * @param {OperationStatus} operation
 * @param {(now: OperationStatus) => void} step
 */
async function untilOver(operation, step) {
    const done = new AbortController();
    await new Promise((resolve) => {
        const look = () => {
            const now = store.operations.get(operation.id);
            if (now) step(now);
            if (!now || now.state !== 'running') resolve(undefined);
        };
        on('operations', look, done.signal);
        look();
    });
    done.abort();
}

/**
 * What became of each: one line where all is well, and one for each that failed.
 * @param {Outcome[]} outcomes
 */
async function report(outcomes) {
    const failed = outcomes.filter((each) => each.failure);
    if (failed.length === 0) return toast(t('bulk.done', { n: outcomes.length }));
    await ask({
        title: t('bulk.failed', { n: failed.length, total: outcomes.length }), accept: t('close'), wide: failed.length > 5, act: () => {},
        content: h('ul', { class: 'outcomes' }, failed.map(({ name, host, failure }) => h('li', {}, stateShape('crashed'),
            h('div', {}, h('strong', {}, hasManyHosts() ? `${host}/${name}` : name), h('p', {}, [failure?.what, failure?.why].filter(Boolean).join(': ')),
                failure?.remedy ? h('p', { class: 'muted' }, failure.remedy) : null)))),
    });
}

// Work that goes on, at the foot of every page: progress, cancel, and how it ended.

import { api, path } from '../api.js';
import { fill, h, perFrame, setText } from '../dom.js';
import { t, word } from '../i18n.js';
import { link } from '../router.js';
import { on, store } from '../store.js';
import { bytes } from '../format.js';
import { button, iconButton } from '../ui/parts.js';
import { attempt } from '../ui/toast.js';

/** @param {OperationStatus} operation */
export const isGoing = (operation) => operation.state === 'running';

/** How long an end is shown. */
const lingering = 8000;

/** @param {AbortSignal} signal */
export function drawer(signal) {
    const list = h('div', { class: 'drawer-list' });
    const title = h('a', { href: link(['operations']) });
    const element = h('section', { class: 'drawer', 'aria-label': t('drawer'), hidden: true }, list, h('footer', {}, title));
    /** @type {Map<string, {row: HTMLElement, update: (operation: OperationStatus) => void}>} */
    const rows = new Map();
    /** @type {Map<string, number>} when it was seen to end */
    const ended = new Map();
    const dismissed = new Set();
    const show = perFrame(() => {
        const now = Date.now();
        for (const operation of store.operations.values()) {
            if (isGoing(operation) || rows.has(operation.id)) {
                if (!isGoing(operation) && !ended.has(operation.id)) {
                    ended.set(operation.id, now);
                    if (operation.state !== 'failed') setTimeout(show, lingering + 100);
                }
                const over = (now - (ended.get(operation.id) ?? now)) > lingering && operation.state !== 'failed';
                if (dismissed.has(operation.id) || over) {
                    rows.get(operation.id)?.row.remove();
                    rows.delete(operation.id);
                    continue;
                }
                if (!rows.has(operation.id)) {
                    const made = operationRow(operation, () => {
                        dismissed.add(operation.id);
                        show();
                    });
                    rows.set(operation.id, made);
                    list.append(made.row);
                }
                rows.get(operation.id)?.update(operation);
            }
        }
        for (const [id, each] of rows) {
            if (store.operations.has(id)) continue;
            each.row.remove();
            rows.delete(id);
        }
        element.hidden = rows.size === 0;
        setText(title, t('drawer.all', { n: [...store.operations.values()].filter(isGoing).length }));
    });
    on('operations', show, signal);
    show();
    return element;
}

/**
 * @param {OperationStatus} operation
 * @param {() => void} dismiss
 */
export function operationRow(operation, dismiss) {
    const what = h('strong', {}, operation.what);
    const step = h('span', { class: 'step' });
    const share = h('progress', { max: 100, 'aria-label': operation.what });
    const words = h('span', { class: 'numbers' });
    const end = h('span', { class: 'end' });
    const cancel = button(t('cancel'), async () => {
        isCancelled = await attempt(() => api.delete('/operations' + path(operation.id)));
    }, { kind: 'plain' });
    let isCancelled = false;
    const close = iconButton('close', t('close'), dismiss);
    const row = h('div', { class: 'operation' }, what, step, share, words, end, cancel, close);
    /** @param {OperationStatus} now */
    const update = (now) => {
        const going = isGoing(now);
        row.dataset.state = now.state;
        setText(step, going ? isCancelled ? t('operation.cancelling') : now.progress?.step ?? word('operation', now.state) : '');
        const progress = now.progress;
        share.hidden = !going;
        if (progress?.total) share.value = Math.min(100, progress.done / progress.total * 100);
        else share.removeAttribute('value');
        setText(words, going && progress ? amount(progress) : '');
        fill(end, going ? '' : word('operation', now.state), now.failure
            ? h('span', { class: 'why' }, [now.failure.what, now.failure.why, now.failure.remedy].filter(Boolean).join('. ')) : null);
        cancel.hidden = !going;
        cancel.disabled = isCancelled;
        close.hidden = going;
    };
    update(operation);
    return { row, update };
}

/** @param {NonNullable<OperationStatus['progress']>} progress */
export function amount(progress) {
    if (progress.unit === 'bytes') return progress.total ? `${bytes(progress.done)} / ${bytes(progress.total)}` : bytes(progress.done);
    return progress.total ? `${progress.done} / ${progress.total}` : '';
}

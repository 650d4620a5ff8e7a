// The dialog that stands while a host waits to be told that its changed network stays. The host takes the change back by
// itself when nobody says so in time: that is told here too where neither host nor server is reached any more.

import { api, path, Problem, within } from '../api.js';
import { fill, h, setText } from '../dom.js';
import { t, word } from '../i18n.js';
import { button, failureBox, iconButton } from '../ui/parts.js';
import { toast } from '../ui/toast.js';

/** Between two looks at how far it is, and how long an answer may take, in milliseconds. */
const interval = 1500;
const patience = 5000;
/** Requests that may go over connections from before the change, which the browser still has. */
const oldConnections = 12;

/**
 * Says that a change stays. Where it is the server's own network, only a request over a new connection counts.
 * @param {string} host
 * @param {string} bridge
 */
export async function keepBridge(host, bridge) {
    for (let tries = 0; ; tries += 1) {
        try {
            return await api.post(path('hosts', host, 'bridges', bridge, 'confirmation'), undefined, { signal: within(25000) });
        } catch (error) {
            if (!(error instanceof Problem && error.kind === 'old-connection') || tries >= oldConnections) throw error;
        }
    }
}

/** @param {string} host @param {string} bridge */
export const undoBridge = (host, bridge) =>
    api.delete(path('hosts', host, 'bridges', bridge, 'confirmation'), undefined, { signal: within(25000) });

/**
 * @param {OperationStatus} operation
 * @param {string} host
 * @param {string} bridge
 * @param {number} seconds in which it must be kept
 * @param {string} title
 * @returns {Promise<void>} ends when the dialog is closed
 */
export function followBridge(operation, host, bridge, seconds, title) {
    return new Promise((resolve) => {
        const said = h('p', { 'aria-live': 'polite' });
        const left = h('strong', { class: 'countdown', role: 'timer', 'aria-label': t('bridge.left') });
        const share = h('progress', { max: seconds, value: seconds, 'aria-hidden': 'true' });
        const trouble = h('div', {});
        const keep = button(t('bridge.keep'), () => tell(() => keepBridge(host, bridge)), { kind: 'main', icon: 'check' });
        const undo = button(t('bridge.undo'), () => tell(() => undoBridge(host, bridge)));
        const close = button(t('close'), () => dialog.close());
        const clock = h('div', { class: 'stack' }, h('p', {}, left), share);
        /** @type {HTMLDialogElement} */
        const dialog = h('dialog', { 'aria-labelledby': 'bridge-countdown' }, h('div', {},
            h('header', {}, h('h2', { id: 'bridge-countdown' }, title), iconButton('close', t('close'), () => dialog.close())),
            h('div', { class: 'dialog-body' }, said, clock, h('p', { class: 'muted' }, t('bridge.itself', { host })), trouble),
            h('footer', {}, undo, keep, close)));
        let end = performance.now() + seconds * 1000;
        let step = operation.progress?.step ?? '';
        let isLost = false;
        let isOver = false;
        /** @param {() => Promise<unknown>} work */
        const tell = async (work) => {
            fill(trouble);
            try {
                await work();
                await look();
            } catch (error) {
                if (!isOver) fill(trouble, failureBox(error));
            }
        };
        const show = () => {
            if (isOver) return;
            const rest = Math.max(0, Math.ceil((end - performance.now()) / 1000));
            setText(left, t('time.seconds', { n: rest }));
            share.value = rest;
            keep.disabled = step === 'changing the host’s network' || rest === 0;
            undo.disabled = rest === 0;
            setText(said, isLost ? t(rest > 0 ? 'bridge.noServer' : 'bridge.noServer.over', { host })
                : rest === 0 ? t('bridge.over', { host }) : word('bridgestep', step));
        };
        /** @param {OperationStatus} now */
        const note = (now) => {
            step = now.progress?.step ?? step;
            const { done, total } = now.progress ?? {};
            if (now.state === 'running') {
                if (total) end = Math.min(end, performance.now() + (total - (done ?? 0)) * 1000);
                return show();
            }
            isOver = true;
            clock.hidden = keep.hidden = undo.hidden = true;
            close.hidden = false;
            fill(trouble);
            if (now.state === 'done') {
                toast(t('bridge.kept', { name: bridge, host }));
                return dialog.close();
            }
            setText(said, t('bridge.back', { host }));
            // Whoever has undone it knows why.
            if (now.failure && now.state === 'failed') fill(trouble, failureBox(new Problem(0, { title: now.failure.what, detail: now.failure.why, remedy: now.failure.remedy })));
            close.focus();
        };
        const look = async () => {
            try {
                note(/** @type {OperationStatus} */ (await api.get('/operations' + path(operation.id), { signal: within(patience), quiet: true })));
                isLost = false;
            } catch {
                // The server itself may be what cannot be reached: then the clock here is all that is known.
                isLost = true;
            }
            show();
        };
        const ticking = setInterval(show, 250);
        /** @type {ReturnType<typeof setTimeout> | undefined} */
        let next;
        const again = async () => {
            await look();
            if (!isOver && dialog.isConnected) next = setTimeout(() => void again(), interval);
        };
        close.hidden = true;
        const before = document.activeElement;
        dialog.addEventListener('close', () => {
            isOver = true;
            clearInterval(ticking);
            clearTimeout(next);
            dialog.remove();
            if (before instanceof HTMLElement && before.isConnected) before.focus();
            resolve();
        });
        document.body.append(dialog);
        show();
        dialog.showModal();
        undo.focus();
        void again();
    });
}

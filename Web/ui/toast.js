// Short messages in a corner: a failure stays until it is closed, good news goes by itself.

import { h } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';
import { describe, iconButton } from './parts.js';

/** @type {HTMLElement | null} */
let corner = null;

function place() {
    corner ??= h('div', { class: 'toasts', role: 'region', 'aria-label': t('toasts') });
    const dialog = document.querySelector('dialog[open]');
    // What is outside an open dialog cannot be reached.
    const element = corner;
    (dialog ?? document.body).append(element);
    // What is said of its work is to be read when it has gone.
    dialog?.addEventListener('close', () => document.body.append(element), { once: true });
    return element;
}

/** @param {string} text @param {string} [why] */
export function toast(text, why) {
    const element = h('div', { class: 'toast', role: 'status' }, icon('check'),
        h('div', {}, h('strong', {}, text), why ? h('p', {}, why) : null));
    place().append(element);
    setTimeout(() => element.remove(), 4000);
}

/** @param {unknown} error */
export function toastFailure(error) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    const { title, why, remedy } = describe(error);
    const element = h('div', { class: 'toast bad', role: 'alert' }, icon('warning'),
        h('div', {}, h('strong', {}, title), why ? h('p', {}, why) : null, remedy ? h('p', { class: 'remedy' }, remedy) : null));
    element.append(iconButton('close', t('close'), () => element.remove()));
    const held = place();
    held.append(element);
    while (held.childElementCount > 5) held.firstElementChild?.remove();
}

/**
 * Does something and tells where it fails.
 * @param {() => Promise<unknown>} work
 * @param {string} [done] what to say when it is done
 * @returns {Promise<boolean>}
 */
export async function attempt(work, done) {
    try {
        await work();
        if (done) toast(done);
        return true;
    } catch (error) {
        toastFailure(error);
        return false;
    }
}

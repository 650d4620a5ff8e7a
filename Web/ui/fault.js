// What is wrong with one input of a form, said beside it.

import { h } from '../dom.js';
import { icon } from './icons.js';
import { describe } from './parts.js';

/** @typedef {import('../dom.js').Child} Child */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement} Control */

/** Options of the command line, in which the server speaks: on the page the field says what is meant. */
const plain = (/** @type {string} */ text) => text.replace(/^--[a-z0-9-]+(?: none)?: /, '').replace(/(as in|free:) --[a-z0-9-]+ /g, '$1 ');

let number = 0;

/**
 * Says at an input why it was refused, and takes one there. It goes with the next key.
 * @param {Control} control
 * @param {unknown} error
 * @param {{remedy?: Child | Child[]}} [instead] of the remedy that came with the error
 */
export function showFault(control, error, instead = {}) {
    const place = /** @type {HTMLElement} */ (control.closest('.field, .lines') ?? control.parentElement);
    place.querySelector(':scope > .fault')?.remove();
    const { title, why, remedy } = describe(error);
    const first = control.getAttribute('aria-describedby') ?? '';
    const box = h('div', { class: 'fault', id: `fault-${number += 1}`, role: 'alert' }, icon('warning'), h('div', {},
        h('p', {}, sentence(plain(title.startsWith('Cannot ') && why ? why : why ? `${title}: ${why}` : title))),
        ...instead.remedy === undefined ? [remedy ? h('p', { class: 'muted' }, plain(remedy)) : null] : [instead.remedy].flat()));
    place.append(box);
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', `${first} ${box.id}`.trim());
    for (let around = control.closest('details'); around; around = around.parentElement?.closest('details') ?? null) around.open = true;
    control.focus();
    const over = (/** @type {Event} */ event) => {
        // What stands in the box itself is part of the answer.
        if (event.target instanceof Node && box.contains(event.target)) return;
        place.removeEventListener('input', over);
        box.remove();
        control.removeAttribute('aria-invalid');
        if (first) control.setAttribute('aria-describedby', first);
        else control.removeAttribute('aria-describedby');
    };
    place.addEventListener('input', over);
}

/** @param {string} text */
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

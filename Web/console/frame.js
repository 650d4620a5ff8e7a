// The frame around a console: a bar with buttons, words on how it stands, and the place for the console itself.

import { h } from '../dom.js';
import { say } from './words.js';

/** @typedef {import('./connection.js').State} State */

/** @param {string} address of a style sheet, which the page gets once */
export function useStyle(address) {
    if (document.querySelector(`link[href="${address}"]`)) return;
    document.head.append(h('link', { rel: 'stylesheet', href: address }));
}

export class ConsoleElement extends HTMLElement {
    bar = h('div', { class: 'console-tools', role: 'toolbar' });
    status = h('p', { class: 'console-status', role: 'status' });
    place = h('div', { class: 'console-place' });
    retry = h('button', { type: 'button', hidden: true });
    /** @type {State} */
    state = 'connecting';
    #isBuilt = false;

    get host() {
        return this.getAttribute('host') ?? '';
    }

    get uuid() {
        return this.getAttribute('uuid') ?? '';
    }

    build() {
        if (this.#isBuilt) return;
        this.#isBuilt = true;
        useStyle('/console/console.css');
        this.append(this.bar, h('div', { class: 'console-message' }, this.status, this.retry), this.place);
    }

    /**
     * @param {string} label
     * @param {() => void} action
     */
    button(label, action) {
        const button = h('button', { type: 'button', onclick: action }, label);
        this.bar.append(button);
        return button;
    }

    /**
     * @param {State} state
     * @param {string} why
     */
    show(state, why) {
        this.state = state;
        this.dataset.state = state;
        // What the server says is text, whatever stands in it.
        this.status.textContent = say(state, { why: why || '—' });
        this.retry.hidden = !['taken', 'unsupported', 'lost', 'off'].includes(state);
        this.retry.textContent = say(state === 'taken' ? 'takeOver' : 'retry');
        this.dispatchEvent(new CustomEvent('roost-console-state', { bubbles: true, detail: { state, why } }));
    }
}

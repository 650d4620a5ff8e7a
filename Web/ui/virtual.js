// A list of any length of which only the rows in sight are elements. Rows have one height; elements are used again.

import { h, perFrame } from '../dom.js';

/**
 * @template Item
 * @typedef {object} RowMaker
 * @property {() => HTMLElement} create a row without content
 * @property {(row: HTMLElement, item: Item, index: number) => void} update gives a row its content
 * @property {() => number} height of a row, in CSS pixels
 */

const overscan = 6;

/**
 * @template Item
 */
export class VirtualList {
    /** @type {readonly Item[]} */
    items = [];
    /** @type {HTMLElement[]} */
    #slots = [];
    /**
     * What each slot shows.
     * @type {number[]}
     */
    #shown = [];
    #redraw = perFrame(() => this.#draw());

    /**
     * @param {RowMaker<Item>} maker
     * @param {AbortSignal} signal
     * @param {HTMLElement} head stands above the rows and scrolls with them sideways
     */
    constructor(maker, signal, head) {
        this.maker = maker;
        this.body = h('div', { class: 'rows', role: 'rowgroup' });
        this.element = h('div', { class: 'virtual' }, head, this.body);
        this.head = head;
        this.element.addEventListener('scroll', this.#redraw, { passive: true });
        const observer = new ResizeObserver(this.#redraw);
        observer.observe(this.element);
        signal.addEventListener('abort', () => observer.disconnect());
    }

    /** @param {readonly Item[]} items */
    setItems(items) {
        this.items = items;
        this.refresh();
    }

    /** Draws every row in sight again. */
    refresh() {
        this.#shown.fill(-1);
        this.#redraw();
    }

    /** Forgets the elements, as when columns change. */
    rebuild() {
        this.#slots = [];
        this.#shown = [];
        this.body.replaceChildren();
        this.#redraw();
    }

    #draw() {
        const height = this.maker.height();
        this.body.style.height = `${this.items.length * height}px`;
        const top = Math.max(0, this.element.scrollTop - this.head.offsetHeight);
        const first = Math.max(0, Math.floor(top / height) - overscan);
        const last = Math.min(this.items.length, Math.ceil((top + this.element.clientHeight) / height) + overscan);
        while (this.#slots.length < last - first) {
            const slot = this.maker.create();
            this.#slots.push(slot);
            this.#shown.push(-1);
            this.body.append(slot);
        }
        const used = new Set();
        for (let index = first; index < last; index += 1) {
            const at = index % this.#slots.length;
            const slot = /** @type {HTMLElement} */ (this.#slots[at]);
            used.add(at);
            if (this.#shown[at] === index) continue;
            this.#shown[at] = index;
            slot.hidden = false;
            slot.style.transform = `translateY(${index * height}px)`;
            this.maker.update(slot, /** @type {Item} */ (this.items[index]), index);
        }
        this.#slots.forEach((slot, at) => {
            if (used.has(at)) return;
            slot.hidden = true;
            this.#shown[at] = -1;
        });
    }

    /**
     * Brings a row into sight.
     * @param {number} index
     */
    reveal(index) {
        const height = this.maker.height();
        const head = this.head.offsetHeight;
        const top = index * height;
        const { scrollTop, clientHeight } = this.element;
        if (top < scrollTop) this.element.scrollTop = top;
        else if (top + height + head > scrollTop + clientHeight) this.element.scrollTop = top + height + head - clientHeight;
        this.refresh();
    }

    /** How many rows are in sight. */
    get pageSize() {
        return Math.max(1, Math.floor((this.element.clientHeight - this.head.offsetHeight) / this.maker.height()) - 1);
    }
}

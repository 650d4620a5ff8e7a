// A button with a menu under it.

import { fill, h } from '../dom.js';
import { icon } from './icons.js';

/** @typedef {import('./icons.js').IconName} IconName */
/**
 * @typedef {object} MenuItem
 * @property {string} label
 * @property {IconName} [icon]
 * @property {boolean} [danger]
 * @property {boolean} [disabled]
 * @property {boolean} [checked] makes it a switch
 * @property {string} [hint]
 * @property {() => unknown} act
 */

/**
 * @param {string} label
 * @param {() => (MenuItem | null)[]} items
 * @param {{icon?: IconName, quiet?: boolean}} [options] quiet: the icon alone
 */
export function menuButton(label, items, options = {}) {
    const button = h('button', {
        type: 'button', class: options.quiet ? 'icon-button' : 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false',
        'aria-label': options.quiet ? label : null, title: options.quiet ? label : null,
    }, options.icon ? icon(options.icon) : null, options.quiet ? null : h('span', {}, label), options.quiet ? null : icon('down'));
    button.addEventListener('click', (event) => {
        event.stopPropagation();
        openMenu(button, items());
    });
    return button;
}

/**
 * @param {HTMLElement} anchor
 * @param {(MenuItem | null)[]} items null draws a line
 */
export function openMenu(anchor, items) {
    const closing = new AbortController();
    const menu = h('div', { class: 'menu', role: 'menu' });
    const close = (/** @type {boolean} */ refocus) => {
        closing.abort();
        menu.remove();
        anchor.setAttribute('aria-expanded', 'false');
        if (refocus) anchor.focus();
    };
    fill(menu, items.map((item) => item === null ? h('hr', {}) : h('button', {
        type: 'button', role: item.checked === undefined ? 'menuitem' : 'menuitemcheckbox', class: item.danger ? 'danger' : '',
        disabled: item.disabled ?? false, 'aria-checked': item.checked, title: item.hint, tabIndex: -1,
        onclick: () => {
            close(item.checked === undefined);
            void item.act();
        },
    }, item.checked !== undefined ? item.checked ? icon('check') : h('span', { class: 'icon' }) : item.icon ? icon(item.icon) : null,
    h('span', {}, item.label))));
    const box = anchor.getBoundingClientRect();
    (anchor.closest('dialog') ?? document.body).append(menu);
    const left = Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8));
    const below = box.bottom + 4 + menu.offsetHeight < innerHeight;
    menu.style.left = `${left}px`;
    menu.style.top = `${below ? box.bottom + 4 : Math.max(8, box.top - menu.offsetHeight - 4)}px`;
    anchor.setAttribute('aria-expanded', 'true');
    const entries = () => /** @type {HTMLButtonElement[]} */ ([...menu.querySelectorAll('button:not(:disabled)')]);
    entries()[0]?.focus();
    const { signal } = closing;
    menu.addEventListener('keydown', (event) => {
        const list = entries();
        const at = list.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
        if (event.key === 'ArrowDown') list[(at + 1) % list.length]?.focus();
        else if (event.key === 'ArrowUp') list[(at - 1 + list.length) % list.length]?.focus();
        else if (event.key === 'Home') list[0]?.focus();
        else if (event.key === 'End') list.at(-1)?.focus();
        else if (event.key === 'Escape' || event.key === 'Tab') close(true);
        else return;
        event.preventDefault();
        event.stopPropagation();
    }, { signal });
    document.addEventListener('pointerdown', (event) => {
        if (!menu.contains(/** @type {Node} */ (event.target))) close(false);
    }, { signal, capture: true });
    addEventListener('resize', () => close(false), { signal });
    addEventListener('hashchange', () => close(false), { signal });
}

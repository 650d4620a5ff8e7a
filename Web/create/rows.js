// Option by option, by the names of the command line.

import { h } from '../dom.js';
import { t } from '../i18n.js';
import { button, iconButton, select } from '../ui/parts.js';
import { examples, flags } from './options.js';

/** @param {() => void} changed */
export function optionRows(changed) {
    const list = h('div', { class: 'option-rows' });
    /** @param {string} [name] @param {string} [value] */
    const add = (name = 'disk', value = '') => {
        const option = select(Object.keys(examples).sort().map((each) => /** @type {[string, string]} */ ([each, `--${each}`])), name, { 'aria-label': t('option.name') });
        const input = h('input', { value, spellcheck: 'false', 'aria-label': t('option.value') });
        const suit = () => {
            input.placeholder = examples[option.value] ?? '';
            input.disabled = flags.has(option.value);
            if (input.disabled) input.value = '';
        };
        option.addEventListener('change', suit);
        suit();
        const row = h('div', { class: 'option-row' }, option, input, iconButton('close', t('option.remove'), () => {
            row.remove();
            changed();
        }));
        list.append(row);
        option.focus();
        changed();
    };
    return {
        element: h('div', { class: 'stack' }, list, h('div', {}, button(t('option.add'), () => add(), { icon: 'plus' }))),
        /** @returns {import('./options.js').Rows} */
        values: () => [...list.children].map((row) => {
            const option = /** @type {HTMLSelectElement} */ (row.querySelector('select'));
            const input = /** @type {HTMLInputElement} */ (row.querySelector('input'));
            return [option.value, input.value];
        }),
    };
}

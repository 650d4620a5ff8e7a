// What the machine's first serial port has said.

import { machinePath, request } from '../api.js';
import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { commandName } from '../store.js';
import { button, commandLine, failureBox, loading } from '../ui/parts.js';

const most = 65536;

/**
 * Without the sequences that move a terminal's cursor and colour its text.
 * @param {string} text
 */
const plain = (text) => text.replace(/\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|[@-Z\\-_])/g, '')
    .replace(/\r+\n/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');

/** @param {import('./page.js').TabContext} context */
export default function log(context) {
    const text = h('pre', { class: 'log', tabIndex: 0, 'aria-label': t('tab.log') });
    const box = h('div', {}, loading());
    const load = async () => {
        try {
            const response = await request('GET', `${machinePath(context.detail())}/log?bytes=${most}`, undefined, { signal: context.signal });
            text.textContent = plain(await response.text()) || t('log.empty');
            fill(box, text);
            text.scrollTop = text.scrollHeight;
        } catch (error) {
            if (!context.signal.aborted) fill(box, failureBox(error, load));
        }
    };
    context.changed(() => void load());
    void load();
    return h('div', { class: 'stack' }, h('div', { class: 'tab-tools' }, h('p', { class: 'muted' }, t('log.text')), button(t('refresh'), load, { icon: 'refresh' })), box,
        commandLine(shellLine('roost', 'console', commandName(context.detail()), '--log'), t('command')));
}

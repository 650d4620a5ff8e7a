// What QEMU wrote into the machine's log on the host.

import { machinePath, request } from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { button, failureBox, loading } from '../ui/parts.js';

const most = 65536;

/** @param {import('./page.js').TabContext} context */
export default function log(context) {
    const text = h('pre', { class: 'log', tabIndex: 0, 'aria-label': t('tab.log') });
    const box = h('div', {}, loading());
    const load = async () => {
        try {
            const response = await request('GET', `${machinePath(context.detail())}/log?bytes=${most}`, undefined, { signal: context.signal });
            text.textContent = await response.text() || t('log.empty');
            fill(box, text);
            text.scrollTop = text.scrollHeight;
        } catch (error) {
            if (!context.signal.aborted) fill(box, failureBox(error, load));
        }
    };
    context.changed(() => void load());
    void load();
    return h('div', { class: 'stack' }, h('div', { class: 'tab-tools' }, h('p', { class: 'muted' }, t('log.text')), button(t('refresh'), load, { icon: 'refresh' })), box);
}

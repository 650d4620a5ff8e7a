// The two consoles are elements of their own, loaded when they are wanted.

import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { isActive } from '../store.js';
import { action, runAction } from '../machines/actions.js';
import { button, commandLine, empty, failureBox, loading } from '../ui/parts.js';

/**
 * @param {import('./page.js').TabContext} context
 * @param {'roost-screen' | 'roost-serial'} tag
 * @param {string} module
 * @param {string} line the command for it
 */
export function console(context, tag, module, line) {
    const stage = h('div', { class: `stage ${tag}` }, loading());
    let shown = '';
    const show = async () => {
        const machine = context.detail();
        const wanted = isActive(machine.state) ? 'on' : 'off';
        // A machine that restarts keeps its element, which connects again by itself.
        if (wanted === shown || shown === 'on') return;
        shown = wanted;
        if (wanted === 'off') {
            shown = 'off';
            return fill(stage, empty('power', t('console.off'), t('console.off.text'),
                button(t('action.start'), () => runAction(action('start'), machine), { kind: 'main', icon: 'play' })));
        }
        try {
            await import(module);
            if (context.signal.aborted) return;
            const element = document.createElement(tag);
            element.setAttribute('host', machine.host);
            element.setAttribute('uuid', machine.uuid);
            fill(stage, element);
            element.focus();
        } catch (error) {
            shown = '';
            fill(stage, failureBox(error, show));
        }
    };
    context.changed(show);
    void show();
    return h('div', { class: 'console' }, h('div', { class: 'console-bar' }, commandLine(line, t('command'))), stage);
}

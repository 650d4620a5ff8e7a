// The dialog that mends a host: what would be done is shown, command by command, and then done.

import { api, path, request, version } from '../api.js';
import { h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { noteOperation, on, store } from '../store.js';
import { ask } from '../ui/dialog.js';
import { commandLine } from '../ui/parts.js';
import { attempt, toast } from '../ui/toast.js';

/** @param {string} host @param {AbortSignal} signal @param {() => Promise<unknown>} again checks once more */
export function mendHost(host, signal, again) {
    return attempt(async () => {
        const response = await request('GET', path('hosts', host, 'mending'), undefined, { signal });
        const { changes } = /** @type {{changes: HostChange[]}} */ (await response.json());
        if (changes.length === 0) return toast(t('mend.none'));
        const tag = version(response);
        await ask({
            title: t('mend.title', { host }), accept: t('mend.do'), wide: true,
            content: [h('p', {}, t('mend.text', { host })), h('ol', { class: 'mend-list' }, changes.map(change)),
                commandLine(shellLine('roost', 'host', 'check', host, '--fix'), t('command'))],
            act: async () => {
                const started = await api.post(path('hosts', host, 'mending'), undefined, { headers: { 'If-Match': tag } });
                noteOperation(started.operation);
                whenOver(started.operation.id, signal, again);
            },
        });
    });
}

/** @param {HostChange} each */
const change = (each) => h('li', {}, h('div', { class: 'stack tight' }, h('strong', {}, each.title), each.note ? h('p', { class: 'muted' }, each.note) : null,
    h('pre', { class: 'plan', tabIndex: 0 }, each.commands.join('\n'))));

/**
 * How it went is in the drawer; the check shows what is so now.
 * @param {string} id
 * @param {AbortSignal} signal
 * @param {() => Promise<unknown>} again
 */
function whenOver(id, signal, again) {
    let isOver = false;
    on('operations', () => {
        const now = store.operations.get(id);
        if (isOver || !now || now.state === 'running') return;
        isOver = true;
        void again();
    }, signal);
}

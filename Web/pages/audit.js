// Who did what, where, with what result.

import { api, doors, hasRole, mayBecome } from '../api.js';
import { fill, h } from '../dom.js';
import { exactTime } from '../format.js';
import { t, word } from '../i18n.js';
import { on } from '../store.js';
import { button, empty, failureBox, field, loading, pageHead, pill, table } from '../ui/parts.js';

/** @param {PageContext} context @returns {PageView} */
export default function audit({ signal }) {
    const body = h('div', {}, loading());
    const user = h('input', { spellcheck: 'false', autocapitalize: 'off' });
    const machine = h('input', { spellcheck: 'false', autocapitalize: 'off' });
    /** @type {AuditEntry[]} */
    let entries = [];
    let next = '';
    /** @param {boolean} more */
    const load = async (more) => {
        const query = new URLSearchParams({ limit: '100' });
        if (more) query.set('cursor', next);
        if (user.value.trim()) query.set('user', user.value.trim());
        if (machine.value.trim()) query.set('machine', machine.value.trim());
        try {
            const list = /** @type {List<AuditEntry>} */ (await api.get(`/audit?${query}`, { signal, quiet: true }));
            entries = more ? [...entries, ...list.items] : list.items;
            next = list.next ?? '';
            show();
        } catch (error) {
            if (!signal.aborted) fill(body, failureBox(error, () => load(more)));
        }
    };
    const show = () => fill(body, entries.length === 0 ? empty('audit', t('audit.empty'), t('audit.empty.text'))
        : table(t('place.audit'), [t('audit.time'), t('audit.user'), t('audit.action'), t('column.host'), t('audit.object'), t('audit.result'), t('audit.address'), { text: t('audit.took'), class: 'right' }],
            entries.map((entry) => [
                exactTime(entry.time), entry.user, h('strong', {}, entry.action), entry.host ?? '', [entry.machine ?? '', entry.detail ? h('div', { class: 'muted' }, entry.detail) : null],
                [pill(word('result', entry.result), entry.result === 'done' ? 'good' : entry.result === 'begun' ? '' : 'bad'), entry.why ? h('div', { class: 'muted' }, entry.why) : null],
                h('code', {}, entry.address), entry.milliseconds === undefined ? '' : t('time.ms', { n: entry.milliseconds }),
            ])), next ? h('div', { class: 'more-row' }, button(t('audit.more'), () => load(true))) : null);
    const begin = () => {
        if (hasRole('administrator')) void load(false);
        else fill(body, empty('key', t('audit.locked'), t('audit.locked.text'), mayBecome('administrator')
            ? button(t('elevation.title'), async () => void await doors.elevate(), { kind: 'main', icon: 'key' }) : null));
    };
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const later = () => {
        clearTimeout(timer);
        timer = setTimeout(begin, 300);
    };
    user.addEventListener('input', later);
    machine.addEventListener('input', later);
    addEventListener('roost-role', begin, { signal });
    on('audit', () => {
        if (hasRole('administrator')) later();
    }, signal);
    begin();
    return {
        title: t('place.audit'),
        element: h('div', {}, pageHead(t('place.audit')), h('div', { class: 'audit-filter' }, field(t('audit.user'), user), field(t('audit.object'), machine)), body),
    };
}

// The whole definition, to be changed by hand: checked before it is saved, its faults shown where they are.

import { machinePath, Problem, request } from '../api.js';
import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { commandName } from '../store.js';
import { button, commandLine, failureBox, loading } from '../ui/parts.js';
import { toast } from '../ui/toast.js';

/** @param {import('./page.js').TabContext} context */
export default function xml(context) {
    const machine = context.detail();
    const path = `${machinePath(machine)}/xml`;
    const area = h('textarea', { class: 'xml-text', spellcheck: 'false', wrap: 'off', 'aria-label': t('tab.xml'), autocapitalize: 'off' });
    const numbers = h('pre', { class: 'xml-numbers', 'aria-hidden': 'true' });
    const trouble = h('div', { 'aria-live': 'assertive' });
    const editor = h('div', { class: 'xml' }, numbers, area);
    const body = h('div', {}, loading());
    let original = '';
    let version = '';
    /** The line of the fault, from 1; 0 for none. */
    let fault = 0;

    const number = () => {
        const lines = area.value.split('\n').length;
        fill(numbers, Array.from({ length: lines }, (_, index) =>
            h('span', { class: index + 1 === fault ? 'fault' : '' }, `${index + 1}\n`)));
        numbers.scrollTop = area.scrollTop;
        save.disabled = area.value === original;
        revert.disabled = area.value === original;
    };
    area.addEventListener('input', () => {
        fault = 0;
        number();
    });
    area.addEventListener('scroll', () => {
        numbers.scrollTop = area.scrollTop;
    });
    area.addEventListener('keydown', (event) => {
        // Tab moves on, as everywhere; two spaces come by the space bar.
        if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            if (!save.disabled) save.click();
        }
    });

    /** @param {boolean} dryRun */
    const send = async (dryRun) => {
        fill(trouble);
        fault = 0;
        try {
            await request('PUT', path + (dryRun ? '?dryRun=true' : ''), undefined, {
                raw: new Blob([area.value], { type: 'application/xml' }), headers: version ? { 'If-Match': version } : {},
            });
            if (dryRun) toast(t('xml.valid'));
            else {
                toast(t('xml.saved'), t('xml.saved.text'));
                await load();
            }
        } catch (error) {
            fill(trouble, failureBox(error));
            fault = error instanceof Problem ? Number(/\bline (\d+)/i.exec(`${error.why ?? ''} ${error.message}`)?.[1] ?? 0) : 0;
            if (fault > 0) showFault();
        }
        number();
    };
    const showFault = () => {
        const lines = area.value.split('\n');
        const start = lines.slice(0, fault - 1).join('\n').length + (fault > 1 ? 1 : 0);
        area.focus();
        area.setSelectionRange(start, start + (lines[fault - 1]?.length ?? 0));
        area.scrollTop = Math.max(0, (fault - 5) * 20);
    };
    const load = async () => {
        try {
            const response = await request('GET', path, undefined, { signal: context.signal });
            original = await response.text();
            version = response.headers.get('ETag') ?? '';
            area.value = original;
            fill(body, editor);
            number();
        } catch (error) {
            if (!context.signal.aborted) fill(body, failureBox(error, load));
        }
    };
    const check = button(t('xml.check'), () => send(true), { icon: 'check' });
    const save = button(t('save'), () => send(false), { kind: 'main' });
    const revert = button(t('xml.revert'), () => {
        area.value = original;
        fault = 0;
        fill(trouble);
        number();
    });
    context.changed(() => {
        // A person's unsaved text is never replaced.
        if (area.value === original) void load();
    });
    addEventListener('beforeunload', (event) => {
        if (area.value !== original) event.preventDefault();
    }, { signal: context.signal });
    void load();
    return h('div', { class: 'stack' }, h('div', { class: 'tab-tools' }, h('p', { class: 'muted' }, t('xml.text')), revert, check, save),
        trouble, body, commandLine(shellLine('roost', 'edit', commandName(machine)), t('command')));
}

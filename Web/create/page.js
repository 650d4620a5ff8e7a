// Makes a machine: three clicks with good defaults, or every option there is.

import { api, path } from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { go } from '../router.js';
import { recall, remember } from '../settings.js';
import { noteOperation, on, store } from '../store.js';
import { operationRow, isGoing } from '../shell/drawer.js';
import { icon } from '../ui/icons.js';
import { button, commandLine, failureBox, field, loading, pageHead } from '../ui/parts.js';
import { hostChoice, reachable } from '../ui/perhost.js';
import { freeName, optionsOf } from './options.js';
import { planView } from './plan.js';
import { optionRows } from './rows.js';
import { sourceList } from './sourcelist.js';

/** @param {PageContext} context @returns {PageView} */
export default function create(context) {
    const { signal } = context;
    const element = h('div', { class: 'create' }, pageHead(t('create.title')), loading());
    const begin = () => {
        if (reachable().length === 0) return;
        ready.abort();
        fill(element, pageHead(t('create.title')), ...form(context));
    };
    const ready = new AbortController();
    signal.addEventListener('abort', () => ready.abort());
    on('hosts', begin, ready.signal);
    begin();
    return { title: t('create.title'), element };
}

/** @param {PageContext} context */
function form({ query, signal }) {
    const host = hostChoice(query.get('host') ?? undefined);
    const name = h('input', { spellcheck: 'false', autocapitalize: 'off', required: true, autocomplete: 'off' });
    const vcpus = h('input', { type: 'number', min: 1, max: 512, value: 2 });
    const memory = h('input', { type: 'number', min: 0.25, step: 0.25, value: 2 });
    const size = h('input', { type: 'number', min: 1, value: 20 });
    const network = h('select', {}, h('option', { value: '' }, t('create.network.default')));
    const key = h('textarea', { rows: 3, spellcheck: 'false', placeholder: 'ssh-ed25519 AAAA…', value: recall('keys') });
    const password = h('input', { type: 'password', autocomplete: 'new-password' });
    const rows = optionRows(() => changed());
    const plan = planView();
    let isNamed = false;
    /** @type {import('./sources.js').Source | undefined} */
    let source;

    const list = sourceList(query.get('image') ?? query.get('volume') ?? '', (chosen) => {
        source = chosen;
        if (!isNamed) {
            const taken = new Set([...store.machines.values()].filter((row) => row.host === host.value).map((row) => row.name));
            name.value = freeName(chosen?.stem ?? '', taken);
        }
        changed();
    });
    const sizeField = field(t('create.size'), size);
    const loginFields = h('div', { class: 'stack' }, field(t('create.key'), key, t('create.key.hint')), field(t('create.password'), password, t('create.password.hint')));
    const request = () => {
        /** @type {[string, string][]} */
        const given = [['name', name.value], ...source?.options ?? [], ['memory', String(Math.round(memory.valueAsNumber * 1024))], ['vcpus', vcpus.value]];
        if (source && source.kind !== 'disk') given.push(['disk', `size=${size.value}`]);
        if (network.value) given.push(['network', `network=${network.value}`]);
        const own = rows.values();
        const replaced = new Set(own.map(([option]) => option));
        // A row of the person's own goes before the form's answer to the same question.
        const options = optionsOf([...given.filter(([option]) => !replaced.has(option)), ...own]);
        const sshKeys = source?.kind === 'image' ? key.value.split('\n').map((line) => line.trim()).filter(Boolean) : [];
        return { options, ...sshKeys.length > 0 ? { sshKeys } : {}, ...source?.kind === 'image' && password.value ? { password: password.value } : {} };
    };
    const trouble = h('div', {});
    const changed = () => {
        sizeField.hidden = !source || source.kind === 'disk';
        loginFields.hidden = source?.kind !== 'image';
        run.disabled = !source || name.value.trim() === '';
        if (source) plan.ask(host.value, request());
    };
    const submit = async () => {
        fill(trouble);
        try {
            const wanted = request();
            const answer = await api.post(path('hosts', host.value, 'machines'), wanted);
            const operation = /** @type {OperationStatus} */ (answer.operation ?? answer);
            noteOperation(operation);
            // Public keys: the next machine is for the same people.
            if (source?.kind === 'image') remember('keys', key.value.trim());
            follow(body, operation, host.value, String(wanted.options.name), signal);
        } catch (error) {
            fill(trouble, failureBox(error));
        }
    };
    const run = button(t('create.run'), submit, { kind: 'main', icon: 'play' });
    const settings = h('div', { class: 'stack' },
        h('section', { class: 'panel' }, h('h2', {}, t('create.source')), list.element),
        h('section', { class: 'panel' }, h('h2', {}, t('create.machine')), h('div', { class: 'panel-body stack' },
            reachable().length > 1 ? field(t('column.host'), host) : null,
            field(t('column.name'), name),
            h('div', { class: 'three' }, field(t('column.vcpus'), vcpus), field(t('create.memory'), memory), sizeField),
            field(t('create.network'), network), loginFields)),
        h('details', { class: 'panel' }, h('summary', {}, t('create.all')), h('div', { class: 'panel-body stack' }, h('p', { class: 'muted' }, t('create.all.text')), rows.element)));
    const side = h('div', { class: 'stack side' }, trouble, h('div', { class: 'run' }, run, button(t('cancel'), () => go(['machines']), { kind: 'plain' })), plan.element);
    const body = h('div', { class: 'create-body' }, settings, side);
    name.addEventListener('input', () => {
        isNamed = name.value !== '';
    });
    const loadHost = () => {
        void list.load(host.value, signal);
        void loadNetworks(network, host.value, signal);
    };
    host.addEventListener('change', loadHost);
    settings.addEventListener('input', changed);
    loadHost();
    return [body];
}

/** @param {HTMLSelectElement} select @param {string} host @param {AbortSignal} signal */
async function loadNetworks(select, host, signal) {
    try {
        const list = /** @type {List<Network>} */ (await api.get(path('hosts', host, 'networks'), { signal }));
        fill(select, h('option', { value: '' }, t('create.network.default')), list.items.map((each) =>
            h('option', { value: each.name, disabled: !each.active }, each.active ? each.name : `${each.name} (${t('stopped')})`)));
    } catch {
        // The default stays to be chosen; what is wrong with the host, the plan says.
    }
}

/**
 * Shows how the making goes, and then the machine.
 * @param {HTMLElement} body
 * @param {OperationStatus} operation
 * @param {string} host
 * @param {string} name
 * @param {AbortSignal} signal
 */
function follow(body, operation, host, name, signal) {
    const row = operationRow(operation, () => go(['machines']));
    const after = h('div', { class: 'actions' });
    fill(body, h('section', { class: 'panel making' }, h('h2', {}, t('create.making', { name })), h('div', { class: 'panel-body stack' }, row.row, after)));
    let ended = false;
    const look = async () => {
        const now = store.operations.get(operation.id);
        if (!now || ended) return;
        row.update(now);
        const uuid = [...store.machines.values()].find((each) => each.host === host && each.name === name)?.uuid;
        fill(after, uuid ? button(t('create.watch'), () => go(['machines', host, uuid, 'screen'])) : null,
            isGoing(now) ? null : button(t('create.back'), () => location.reload()));
        if (now.state !== 'done') return;
        ended = true;
        try {
            // Only the answer about the operation itself holds what came of it.
            const whole = /** @type {OperationStatus} */ (await api.get('/operations' + path(operation.id), { signal }));
            const made = /** @type {CreatedMachine} */ (whole.result ?? { uuid, notices: [] });
            if (made.notices?.length > 0 || made.generatedPassword) fill(body, tell(made, host, name));
            else go(['machines', host, made.uuid, 'screen']);
        } catch (error) {
            if (!signal.aborted) fill(after, failureBox(error, () => go(['machines'])));
        }
    };
    on(['operations', 'machines'], look, signal);
    void look();
}

/**
 * What somebody should know of a machine that was made.
 * @param {CreatedMachine} made
 * @param {string} host
 * @param {string} name
 */
const tell = (made, host, name) => h('section', { class: 'panel making' }, h('h2', {}, t('create.made', { name })), h('div', { class: 'panel-body stack' },
    (made.notices ?? []).map((text) => h('div', { class: 'note' }, icon('info'), h('span', {}, text))),
    made.generatedPassword ? h('div', {}, h('p', {}, t('create.passwordMade')), commandLine(made.generatedPassword)) : null,
    h('div', {}, button(t('create.watch'), () => go(['machines', host, made.uuid, 'screen']), { kind: 'main' }))));

// One machine of the table: a line of cells, or a card on a phone.

import { h, fill, setText } from '../dom.js';
import { bytes, percent } from '../format.js';
import { t } from '../i18n.js';
import { go, machineLink } from '../router.js';
import { isActive, key } from '../store.js';
import { icon } from '../ui/icons.js';
import { openMenu } from '../ui/menu.js';
import { stateBadge } from '../ui/parts.js';
import { actions, isOffered, likely, runAction } from './actions.js';
import { deleteMachine } from './delete.js';

/**
 * @typedef {object} RowHost
 * @property {() => import('./columns.js').Column[]} columns
 * @property {(row: MachineRow) => boolean} isSelected
 * @property {(row: MachineRow, extend: boolean) => void} toggle
 * @property {(index: number) => boolean} isActive
 */

/**
 * What a row shows now.
 * @type {WeakMap<HTMLElement, MachineRow>}
 */
const shown = new WeakMap();

/** @param {HTMLElement} element */
export const machineOf = (element) => shown.get(element);

/** @param {MachineRow} row */
export function menuItems(row) {
    return [
        ...actions.filter((each) => isOffered(each, row)).map((each) => ({
            label: t(each.label), icon: each.icon, danger: Boolean(each.warning), act: () => runAction(each, row),
        })),
        null,
        ...isActive(row.state) ? [
            { label: t('tab.screen'), icon: /** @type {const} */ ('machines'), act: () => go(['machines', row.host, row.uuid, 'screen']) },
            { label: t('tab.serial'), icon: /** @type {const} */ ('audit'), act: () => go(['machines', row.host, row.uuid, 'serial']) },
            null,
        ] : [],
        { label: t('action.delete'), icon: /** @type {const} */ ('trash'), danger: true, act: () => deleteMachine(row) },
    ];
}

/** @param {() => MachineRow | undefined} row */
function rowButtons(row) {
    const quick = h('button', { type: 'button', class: 'icon-button', tabIndex: -1 });
    quick.addEventListener('click', () => {
        const machine = row();
        const act = machine && likely(machine);
        if (act) void runAction(act, machine);
    });
    const menu = h('button', { type: 'button', class: 'icon-button', tabIndex: -1, 'aria-haspopup': 'menu', title: t('more'), 'aria-label': t('more') }, icon('more'));
    menu.addEventListener('click', () => {
        const machine = row();
        if (machine) openMenu(menu, menuItems(machine));
    });
    return { quick, menu };
}

/** @param {HTMLElement} quick @param {MachineRow} row */
function showQuick(quick, row) {
    const act = likely(row);
    quick.classList.toggle('nothing', !act);
    if (!act || quick.dataset.action === act.name) return;
    quick.dataset.action = act.name;
    fill(quick, icon(act.icon));
    quick.title = t(act.label);
    quick.setAttribute('aria-label', t(act.label));
}

/** @param {RowHost} host @returns {import('../ui/virtual.js').RowMaker<MachineRow>} */
export function tableRows(host) {
    return {
        height: () => 36,
        create: () => {
            const element = h('div', { class: 'row', role: 'row' });
            const box = h('input', { type: 'checkbox', tabIndex: -1, 'aria-label': t('select') });
            box.addEventListener('click', (event) => {
                const row = shown.get(element);
                if (row) host.toggle(row, event.shiftKey);
            });
            const { quick, menu } = rowButtons(() => shown.get(element));
            element.append(h('span', { role: 'gridcell', class: 'pick' }, box),
                ...host.columns().map((column) => h('span', { role: 'gridcell', class: column.number ? 'cell right' : 'cell' }, column.make())),
                h('span', { role: 'gridcell', class: 'tools' }, quick, menu));
            return element;
        },
        update: (element, row, index) => {
            shown.set(element, row);
            element.id = `row-${index}`;
            element.setAttribute('aria-rowindex', String(index + 2));
            const selected = host.isSelected(row);
            element.setAttribute('aria-selected', String(selected));
            element.classList.toggle('active', host.isActive(index));
            element.classList.toggle('stale', row.reachable === false);
            const cells = element.children;
            /** @type {HTMLInputElement} */ (cells[0]?.firstElementChild).checked = selected;
            host.columns().forEach((column, at) => column.show(/** @type {HTMLElement} */ (cells[at + 1]?.firstElementChild), row));
            showQuick(/** @type {HTMLElement} */ (element.lastElementChild?.firstElementChild), row);
        },
    };
}

/** @param {RowHost} host @returns {import('../ui/virtual.js').RowMaker<MachineRow>} */
export function cards(host) {
    return {
        height: () => 104,
        create: () => {
            const element = h('div', { class: 'card', role: 'row' });
            const name = h('a', { class: 'card-name' });
            const { quick, menu } = rowButtons(() => shown.get(element));
            quick.tabIndex = menu.tabIndex = 0;
            element.append(h('div', { class: 'card-inner', role: 'gridcell' },
                h('div', { class: 'card-head' }, name, quick, menu),
                h('div', { class: 'card-state' }), h('div', { class: 'card-facts' })));
            return element;
        },
        update: (element, row, index) => {
            shown.set(element, row);
            element.id = `row-${index}`;
            element.setAttribute('aria-rowindex', String(index + 2));
            element.classList.toggle('active', host.isActive(index));
            element.classList.toggle('stale', row.reachable === false);
            const [head, state, facts] = /** @type {HTMLElement[]} */ ([...element.firstElementChild?.children ?? []]);
            const anchor = /** @type {HTMLAnchorElement} */ (head?.children[0]);
            setText(anchor, row.name);
            anchor.href = machineLink(row);
            showQuick(/** @type {HTMLElement} */ (head?.children[1]), row);
            const mark = `${key(row)} ${row.state} ${row.tags?.join()}`;
            if (state && state.dataset.mark !== mark) {
                state.dataset.mark = mark;
                fill(state, stateBadge(row.state), ...(row.tags ?? []).slice(0, 3).map((tag) => h('span', { class: 'tag' }, tag)));
            }
            if (facts) setText(facts, [row.host, row.vcpus ? t('cpus', { n: row.vcpus }) : '', bytes(row.memory),
                row.usage?.cpuPercent === undefined ? '' : percent(row.usage.cpuPercent)].filter(Boolean).join(' · '));
        },
    };
}

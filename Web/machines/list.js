// The table of all machines of all hosts.

import { h, fill, perFrame } from '../dom.js';
import { t } from '../i18n.js';
import { go, mark } from '../router.js';
import { recall, remember } from '../settings.js';
import { hasManyHosts, key, on, store } from '../store.js';
import { icon } from '../ui/icons.js';
import { menuButton, openMenu } from '../ui/menu.js';
import { button, commandLine, empty, failureBox, loading } from '../ui/parts.js';
import { VirtualList } from '../ui/virtual.js';
import { bulkBar } from './bulk.js';
import { chosenColumns, columns, offeredColumns, sort, toggleColumn } from './columns.js';
import { filterBar } from './filterbar.js';
import { filterFrom, filtered, queryOf } from './filter.js';
import { cards, menuItems, tableRows } from './row.js';

const phone = matchMedia('(max-width: 720px)');

/** @param {PageContext} context @returns {PageView} */
export default function machines(context) {
    const { signal } = context;
    const filter = filterFrom(context.query);
    let [sortBy = 'name', direction = ''] = recall('sort').split(' ');
    let shownColumns = chosenColumns();
    /** @type {Set<string>} */
    const selected = new Set();
    let active = 0;
    let anchor = 0;

    /** @type {import('./row.js').RowHost} */
    const host = {
        columns: () => shownColumns,
        isSelected: (/** @type {MachineRow} */ row) => selected.has(key(row)),
        toggle: (/** @type {MachineRow} */ row, /** @type {boolean} */ extend) => {
            const index = list.items.indexOf(row);
            if (extend) select(Math.min(anchor, index), Math.max(anchor, index));
            else if (!selected.delete(key(row))) selected.add(key(row));
            active = anchor = index;
            redraw();
        },
        isActive: (/** @type {number} */ index) => index === active && document.activeElement === grid,
    };
    const select = (/** @type {number} */ from, /** @type {number} */ to) => {
        for (let index = from; index <= to; index += 1) {
            const row = list.items[index];
            if (row) selected.add(key(row));
        }
    };

    const head = h('div', { class: 'row head', role: 'row', 'aria-rowindex': 1 });
    /** @type {VirtualList<MachineRow>} */
    const list = new VirtualList(phone.matches ? cards(host) : tableRows(host), signal, head);
    /** @type {HTMLElement} */
    const grid = list.element;
    grid.id = 'machine-grid';
    grid.tabIndex = 0;
    for (const [name, value] of [['role', 'grid'], ['aria-label', t('place.machines')], ['aria-multiselectable', 'true']]) {
        grid.setAttribute(/** @type {string} */ (name), /** @type {string} */ (value));
    }
    const bulk = bulkBar(() => [...store.machines.values()].filter((row) => selected.has(key(row))), () => {
        selected.clear();
        redraw();
    });
    const bar = filterBar(filter, () => {
        active = 0;
        grid.scrollTop = 0;
        mark(['machines'], queryOf(filter));
        show();
    });
    const body = h('div', { class: 'machine-body' });
    const columnMenu = menuButton(t('columns'), () => offeredColumns(store.machines.values()).map((column) => ({
        label: t(column.label), checked: shownColumns.includes(column),
        act: () => {
            toggleColumn(column.id);
            shownColumns = chosenColumns();
            drawHead();
            list.rebuild();
        },
    })), { icon: 'columns', quiet: true });

    const redraw = () => {
        grid.setAttribute('aria-activedescendant', `row-${active}`);
        bulk.update();
        list.refresh();
    };
    const drawHead = () => {
        grid.style.setProperty('--columns', ['40px', ...shownColumns.map((column) => column.width), '80px'].join(' '));
        const all = h('input', { type: 'checkbox', 'aria-label': t('selectAll'), checked: selected.size > 0 && selected.size >= list.items.length });
        all.addEventListener('change', () => {
            if (all.checked) select(0, list.items.length - 1);
            else selected.clear();
            redraw();
        });
        fill(head, h('span', { role: 'columnheader', class: 'pick' }, all), ...shownColumns.map((column) => {
            const isSorted = column.id === sortBy;
            return h('span', {
                role: 'columnheader', class: column.number ? 'cell right' : 'cell',
                'aria-sort': isSorted ? direction ? 'descending' : 'ascending' : 'none',
            }, h('button', { type: 'button', onclick: () => {
                direction = isSorted && !direction || !isSorted && column.live ? 'down' : '';
                sortBy = column.id;
                remember('sort', `${sortBy} ${direction}`.trim());
                drawHead();
                show();
            } }, t(column.label), isSorted ? icon(direction ? 'down' : 'up') : null));
        }), h('span', { role: 'columnheader', class: 'tools' }, columnMenu));
    };

    const show = perFrame(() => {
        if (signal.aborted) return;
        for (const id of selected) if (store.loaded && !store.machines.has(id)) selected.delete(id);
        if (store.machines.size === 0) {
            fill(body, store.failure ? failureBox(store.failure) : store.loaded ? teach() : loading());
            return bar.update();
        }
        if (body.firstChild !== grid) fill(body, grid);
        const rows = sort(filtered(store.machines.values(), filter), sortBy, direction !== '');
        active = Math.min(active, Math.max(0, rows.length - 1));
        grid.setAttribute('aria-rowcount', String(rows.length + 1));
        list.setItems(rows);
        bar.update(rows.length);
        if (rows.length === 0) fill(body, empty('search', t('machines.none'), t('machines.none.text'), button(t('filter.clear'), bar.clear)));
        bulk.update();
    });

    on('machines', show, signal);
    on('hosts', () => {
        const now = chosenColumns();
        if (now.length !== shownColumns.length) {
            shownColumns = now;
            drawHead();
            list.rebuild();
        }
        show();
    }, signal);
    let sorted = 0;
    on('usage', () => {
        const isLive = columns.find((column) => column.id === sortBy)?.live;
        // Rows that jump about cannot be read or hit: they take new places seldom.
        if (isLive && performance.now() - sorted > 5000) {
            sorted = performance.now();
            show();
        } else list.refresh();
    }, signal);
    phone.addEventListener('change', () => {
        list.maker = phone.matches ? cards(host) : tableRows(host);
        list.rebuild();
    }, { signal });
    grid.addEventListener('focus', () => list.refresh());
    grid.addEventListener('blur', () => list.refresh());
    grid.addEventListener('dblclick', (event) => {
        const element = /** @type {Element} */ (event.target).closest('.row[id]');
        const row = element && list.items[Number(element.id.slice(4))];
        if (row) go(['machines', row.host, row.uuid]);
    });
    grid.addEventListener('keydown', (event) => {
        if (event.target !== grid) return;
        const row = list.items[active];
        const last = list.items.length - 1;
        /** @param {number} index */
        const move = (index) => {
            active = Math.max(0, Math.min(last, index));
            if (event.shiftKey) select(Math.min(anchor, active), Math.max(anchor, active));
            else anchor = active;
            list.reveal(active);
            redraw();
        };
        if (event.key === 'ArrowDown') move(active + 1);
        else if (event.key === 'ArrowUp') move(active - 1);
        else if (event.key === 'PageDown') move(active + list.pageSize);
        else if (event.key === 'PageUp') move(active - list.pageSize);
        else if (event.key === 'Home') move(0);
        else if (event.key === 'End') move(last);
        else if (event.key === 'Enter' && row) go(['machines', row.host, row.uuid]);
        else if (event.key === ' ' && row) host.toggle(row, false);
        else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
            select(0, last);
            redraw();
        } else if (event.key === 'Escape') {
            selected.clear();
            redraw();
        } else if ((event.key === 'ContextMenu' || event.key === 'm') && row) {
            const element = document.getElementById(`row-${active}`);
            if (element) openMenu(/** @type {HTMLElement} */ (element.querySelector('[aria-haspopup]')), menuItems(row));
        } else return;
        event.preventDefault();
    });
    addEventListener('keydown', (event) => {
        const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select, dialog, roost-serial, roost-screen');
        if (event.key === '/' && !isTyping) {
            event.preventDefault();
            bar.focus();
        }
    }, { signal });

    drawHead();
    show();
    return {
        title: t('place.machines'),
        element: h('div', { class: 'machines' },
            h('header', { class: 'page-head' }, h('h1', {}, t('place.machines')), bar.element,
                h('div', { class: 'actions' }, button(t('create.new'), () => go(['create']), { kind: 'main', icon: 'plus' }))),
            bulk.element, body),
    };
}

/** What an empty list teaches. */
function teach() {
    const name = hasManyHosts() ? 'HOST/web1' : 'web1';
    return empty('machines', t('machines.empty'), t('machines.empty.text'),
        button(t('create.new'), () => go(['create']), { kind: 'main', icon: 'plus' }),
        commandLine(`roost create ${name} --image debian-12`, t('command')));
}

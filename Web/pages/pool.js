// A pool's volumes, and the way for files into it.

import { api, path } from '../api.js';
import { fill, h } from '../dom.js';
import { bytes, shellLine } from '../format.js';
import { t } from '../i18n.js';
import { go, link } from '../router.js';
import { hostWords, on } from '../store.js';
import { ask } from '../ui/dialog.js';
import { icon } from '../ui/icons.js';
import { button, commandLine, empty, field, fillWith, iconButton, pill, select, table } from '../ui/parts.js';
import { startUpload, uploadsOf } from './uploads.js';
import { uploadRow } from './uploadrow.js';

const gibibyte = 1 << 30;

/** @param {string} host @param {string} pool @param {PageContext} context @returns {PageView} */
export function poolPage(host, pool, { signal }) {
    const volumesPath = path('hosts', host, 'pools', pool, 'volumes');
    const body = h('div', {});
    const load = () => fillWith(body, () => api.get(volumesPath + '?limit=1000', { signal }), show, signal);
    /** @param {List<Volume>} list */
    const show = (list) => list.items.length === 0
        ? empty('storage', t('volumes.empty'), t('volumes.empty.text'), commandLine(shellLine('roost', 'volume', 'upload', 'debian.iso', `${pool}/debian.iso`, ...hostWords(host)), t('command')))
        : table(t('volumes'), [t('column.name'), t('disk.format'), { text: t('image.size'), class: 'right' }, { text: t('image.takes'), class: 'right' }, t('volume.backing'), { text: '', class: 'tools' }],
            list.items.map((volume) => [
                [h('strong', {}, volume.name), ' ', volume.unfinishedUploadOf ? pill(t('volume.unfinished', { name: volume.unfinishedUploadOf }), 'warn') : null],
                volume.format ?? '–', bytes(volume.capacity), bytes(volume.allocation), volume.backing ? h('code', {}, volume.backing) : '',
                [volume.unfinishedUploadOf ? null : button(t('create.new'), () => go(['create'], { host, volume: volume.name }), { kind: 'plain', icon: 'plus' }),
                    iconButton('trash', t('volume.delete', { name: volume.name }), () => remove(volume))],
            ]));
    /** @param {Volume} volume */
    const remove = (volume) => ask({
        title: t('volume.delete', { name: volume.name }), kind: 'danger', accept: t('action.delete'),
        content: [h('p', {}, t('volume.delete.text')), h('ul', { class: 'going' }, h('li', {}, h('code', {}, volume.path), bytes(volume.allocation))),
            commandLine(shellLine('roost', 'volume', 'delete', `${pool}/${volume.name}`, ...hostWords(host)), t('command'))],
        act: async () => {
            await api.delete(volumesPath + path(volume.name));
            await load();
        },
    });

    const files = h('input', { type: 'file', multiple: true, class: 'off-screen', tabIndex: -1, 'aria-label': t('upload') });
    const going = h('div', { class: 'uploads' });
    const showUploads = () => {
        fill(going, uploadsOf(host, pool).map((upload) => uploadRow(upload, signal, () => {
            showUploads();
            void load();
        })));
    };
    /** @param {FileList | null} list */
    const take = (list) => {
        for (const file of list ?? []) startUpload(host, pool, file);
        showUploads();
    };
    files.addEventListener('change', () => {
        take(files.files);
        files.value = '';
    });
    const zone = h('div', { class: 'dropzone' }, icon('upload'), h('span', {}, t('upload.drop')), button(t('upload.choose'), () => files.click()), files);
    const element = h('div', { class: 'stack' },
        h('header', { class: 'page-head' }, h('div', { class: 'crumbs' }, h('a', { href: link(['storage']) }, t('place.storage')), icon('chevron')),
            h('h1', {}, pool), h('span', { class: 'muted' }, host),
            h('div', { class: 'actions' }, button(t('volume.new'), () => newVolume(), { icon: 'plus' }), button(t('refresh'), load, { icon: 'refresh' }))),
        zone, going, body);
    let depth = 0;
    for (const name of ['dragenter', 'dragover', 'dragleave', 'drop']) {
        element.addEventListener(name, (event) => {
            event.preventDefault();
            depth = name === 'dragenter' ? depth + 1 : name === 'dragleave' ? depth - 1 : name === 'drop' ? 0 : depth;
            zone.classList.toggle('over', depth > 0);
            if (name === 'drop') take(/** @type {DragEvent} */ (event).dataTransfer?.files ?? null);
        });
    }
    const newVolume = () => {
        const name = h('input', { spellcheck: 'false', placeholder: 'data.qcow2' });
        const size = h('input', { type: 'number', min: 1, value: 20 });
        const format = select(['qcow2', 'raw'], 'qcow2');
        return ask({
            title: t('volume.new'), accept: t('create'), ready: () => name.value.trim() !== '',
            content: [field(t('column.name'), name), h('div', { class: 'two' }, field(t('volume.size'), size), field(t('disk.format'), format))],
            act: async () => {
                await api.post(volumesPath, { name: name.value.trim(), size: size.valueAsNumber * gibibyte, format: format.value });
                await load();
            },
        });
    };
    on('pools', () => void load(), signal);
    showUploads();
    void load();
    return { title: pool, element };
}

// Images that hosts have, and those that can be fetched by name.

import { api, path } from '../api.js';
import { fill, h } from '../dom.js';
import { bytes, dateTime, shellLine } from '../format.js';
import { t } from '../i18n.js';
import { go } from '../router.js';
import { hasManyHosts, hostWords, noteOperation } from '../store.js';
import { ask } from '../ui/dialog.js';
import { button, commandLine, empty, field, fillWith, iconButton, pageHead, table } from '../ui/parts.js';
import { hostChoice, hostLists, reachable } from '../ui/perhost.js';
import { attempt } from '../ui/toast.js';

/** @param {PageContext} context @returns {PageView} */
export default function images({ signal }) {
    /** @type {{element: HTMLElement, load: () => Promise<void>}} */
    const list = hostLists('images', ['images', 'pools', 'operations'], (/** @type {(Image & {host: string})[]} */ items) => items.length === 0
        ? empty('images', t('images.empty'), t('images.empty.text'), commandLine('roost image pull debian-12', t('command')))
        : table(t('place.images'),
            [t('column.name'), t('image.version'), ...hasManyHosts() ? [t('column.host')] : [], t('image.system'), { text: t('image.size'), class: 'right' },
                { text: t('image.takes'), class: 'right' }, t('image.added'), { text: '', class: 'tools' }],
            items.map((image) => [
                h('strong', {}, image.name), h('code', {}, image.version ?? '–'), ...hasManyHosts() ? [image.host] : [],
                [image.record?.os, image.record?.architecture].filter(Boolean).join(', ') || '–',
                bytes(image.virtualSize), bytes(image.allocation), dateTime(image.record?.added),
                [button(t('create.new'), () => go(['create'], { host: image.host, image: image.name }), { kind: 'plain', icon: 'plus' }),
                    iconButton('trash', t('image.delete', { name: image.name }), () => deleteImage(image, list.load))],
            ])), signal);
    const catalogue = h('div', {});
    void fillWith(catalogue, () => api.get('/catalogue', { signal }), (/** @type {List<CatalogueEntry>} */ answer) =>
        table(t('images.catalogue'), [t('column.name'), t('image.title'), t('image.architectures'), { text: '', class: 'tools' }], answer.items.map((entry) => [
            h('strong', {}, entry.name), entry.title, Object.keys(entry.offers ?? {}).sort().join(', '),
            [button(t('image.pull'), () => pull(entry), { kind: 'plain', icon: 'download' })],
        ])), signal);
    return {
        title: t('place.images'),
        element: h('div', {}, pageHead(t('place.images')), list.element, h('h2', { class: 'section' }, t('images.catalogue')), catalogue),
    };
}

/** @param {CatalogueEntry} entry */
async function pull(entry) {
    /** @param {string} host */
    const start = async (host) => {
        const answer = await api.post(path('hosts', host, 'images', 'pulls'), { name: entry.name });
        noteOperation(answer.operation ?? answer);
    };
    const hosts = reachable();
    if (hosts.length === 1) return attempt(() => start(hosts[0] ?? ''));
    const host = hostChoice();
    const command = h('div', {});
    const show = () => fill(command, commandLine(shellLine('roost', 'image', 'pull', entry.name, ...hostWords(host.value)), t('command')));
    host.addEventListener('change', show);
    show();
    return ask({ title: t('image.pull.title', { name: entry.name }), accept: t('image.pull'), content: [field(t('column.host'), host), command], act: () => start(host.value) });
}

/** @param {Image & {host: string}} image @param {() => Promise<void>} done */
function deleteImage(image, done) {
    const reference = image.version ? `${image.name}@${image.version}` : image.name;
    return ask({
        title: t('image.delete', { name: reference }), kind: 'danger', accept: t('action.delete'),
        content: [h('p', {}, t('image.delete.text')), h('ul', { class: 'going' }, h('li', {}, h('code', {}, image.path), bytes(image.allocation))),
            commandLine(shellLine('roost', 'image', 'delete', reference, ...hostWords(image.host)), t('command'))],
        act: async () => {
            await api.delete(path('hosts', image.host, 'images', reference));
            await done();
        },
    });
}

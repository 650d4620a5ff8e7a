// What a machine can be made from: an image, an ISO file, a disk that is there.

import { api, path } from '../api.js';

/** @typedef {'image' | 'iso' | 'disk'} Kind */
/**
 * @typedef {object} Source
 * @property {Kind} kind
 * @property {string} id of the choice
 * @property {string} title
 * @property {string} detail
 * @property {string} stem of the machine's name
 * @property {boolean} [fetched] whether the host has it already
 * @property {number} [size] bytes
 * @property {[string, string][]} options
 */

/**
 * @param {string} host
 * @param {AbortSignal} signal
 * @returns {Promise<Source[]>}
 */
export async function sources(host, signal) {
    const [images, catalogue, volumes] = await Promise.all([
        /** @type {Promise<List<Image>>} */ (api.get(path('hosts', host, 'images'), { signal })),
        /** @type {Promise<List<CatalogueEntry>>} */ (api.get('/catalogue', { signal })),
        hostVolumes(host, signal),
    ]);
    const there = new Set(images.items.map((image) => image.name));
    return [
        ...images.items.filter((image) => image.version).map((image) => ({
            kind: /** @type {const} */ ('image'), id: `image:${image.name}`, title: image.name,
            detail: catalogue.items.find((entry) => entry.name === image.name)?.title ?? image.record?.os ?? '',
            stem: image.name.split('-')[0] ?? image.name, fetched: true, size: image.virtualSize,
            options: /** @type {[string, string][]} */ ([['image', image.name]]),
        })),
        ...catalogue.items.filter((entry) => !there.has(entry.name)).map((entry) => ({
            kind: /** @type {const} */ ('image'), id: `image:${entry.name}`, title: entry.name, detail: entry.title,
            stem: entry.name.split('-')[0] ?? entry.name, fetched: false, options: /** @type {[string, string][]} */ ([['image', entry.name]]),
        })),
        ...volumes.map((volume) => {
            const isISO = isDisc(volume);
            return {
                kind: /** @type {Kind} */ (isISO ? 'iso' : 'disk'), id: `volume:${volume.pool}/${volume.name}`, title: volume.name, detail: volume.pool,
                stem: volume.name.replace(/\.\w+$/, '').split(/[-_.]/)[0] ?? '', fetched: true, size: volume.capacity,
                options: /** @type {[string, string][]} */ (isISO ? [['cdrom', volume.path]] : [['import', ''], ['disk', `vol=${volume.pool}/${volume.name}`]]),
            };
        }),
    ];
}

/** @param {Volume} volume */
export const isDisc = (volume) => volume.format === 'iso' || volume.name.toLowerCase().endsWith('.iso');

/** @param {string} host @param {AbortSignal} signal */
export async function hostVolumes(host, signal) {
    const pools = /** @type {List<Pool>} */ (await api.get(path('hosts', host, 'pools'), { signal }));
    const lists = await Promise.all(pools.items.filter((pool) => pool.active).map((pool) =>
        /** @type {Promise<List<Volume>>} */ (api.get(path('hosts', host, 'pools', pool.name, 'volumes') + '?limit=1000', { signal }))));
    return lists.flatMap((list) => list.items).filter((volume) => !volume.unfinishedUploadOf && !/@[0-9a-f]{12}\.|\.json$/.test(volume.name));
}

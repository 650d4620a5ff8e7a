// The dialogs about disks and drives.

import { api, path } from '../api.js';
import { fill, h } from '../dom.js';
import { bytes } from '../format.js';
import { t } from '../i18n.js';
import { hostVolumes, isDisc } from '../create/sources.js';
import { noteOperation } from '../store.js';
import { ask } from '../ui/dialog.js';
import { failureBox, field, select } from '../ui/parts.js';
import { commandOf, devicePath, scopeField, suboption, tell } from './devices.js';

const gibibyte = 1024 ** 3;

/** @param {string} text */
const input = (text, rest = {}) => h('input', { value: text, spellcheck: 'false', autocomplete: 'off', ...rest });

const busChoice = (value = '') => select([['', t('disk.bus.auto')], 'virtio', 'scsi', 'sata', 'usb'], value);

/**
 * Fills a choice of volumes when they are known.
 * @param {MachineDetail} machine
 * @param {HTMLSelectElement} choice
 * @param {(volume: Volume) => boolean} fits
 * @param {AbortSignal} signal
 */
async function offerVolumes(machine, choice, fits, signal) {
    try {
        const volumes = (await hostVolumes(machine.host, signal)).filter(fits);
        fill(choice, h('option', { value: '' }, t(volumes.length === 0 ? 'volume.none' : 'volume.choose')),
            volumes.map((volume) => h('option', { value: `${volume.pool}/${volume.name}` }, `${volume.pool}/${volume.name} (${bytes(volume.capacity)})`)));
    } catch (error) {
        if (!signal.aborted) choice.after(failureBox(error));
    }
}

/** @param {MachineDetail} machine @param {AbortSignal} signal @param {() => Promise<void>} again */
export function attachDisk(machine, signal, again) {
    const kind = select([['new', t('disk.kind.new')], ['volume', t('disk.kind.volume')], ['cdrom', t('disk.kind.cdrom')], ['words', t('disk.kind.words')]], 'new');
    const size = h('input', { type: 'number', min: 1, max: 1 << 20, value: 20 });
    const pool = select([['', t('disk.pool.auto')]], '');
    const volume = select([['', '…']], '');
    const words = input('', { placeholder: 'size=20,serial=data1,cache=none' });
    const bus = busChoice();
    const readOnly = h('input', { type: 'checkbox' });
    const scope = scopeField(machine);
    const parts = {
        new: h('div', { class: 'two' }, field(t('disk.size.new'), size), field(t('disk.pool'), pool)),
        volume: field(t('disk.volume'), volume),
        words: field(t('disk.words'), words, t('disk.words.hint')),
    };
    const rest = h('div', { class: 'stack' }, field(t('disk.bus'), bus), h('label', { class: 'check' }, readOnly, h('span', {}, t('disk.readOnly.long'))));
    const disk = () => {
        if (kind.value === 'words') return words.value.trim();
        const given = kind.value === 'new' ? [`size=${size.value}`, ...pool.value ? [suboption('pool', pool.value)] : []]
            : kind.value === 'volume' ? [suboption('vol', volume.value)] : ['device=cdrom'];
        return [...given, ...bus.value ? [`bus=${bus.value}`] : [], ...readOnly.checked && kind.value !== 'cdrom' ? ['readonly=yes'] : []].join(',');
    };
    const content = h('div', { class: 'stack' }, field(t('disk.kind'), kind), parts.new, parts.volume, parts.words, rest, scope.element);
    const show = () => {
        for (const [name, part] of Object.entries(parts)) part.hidden = name !== kind.value;
        rest.hidden = kind.value === 'words';
        readOnly.closest('label')?.toggleAttribute('hidden', kind.value === 'cdrom');
    };
    content.addEventListener('input', show);
    show();
    content.append(commandOf(machine, content, () => ['disk', 'attach', disk(), ...scope.words()]));
    void offerVolumes(machine, volume, (each) => !isDisc(each), signal);
    void offerPools(machine, pool, signal);
    return ask({
        title: t('disk.attach.title', { name: machine.name }), accept: t('disk.attach'), wide: true, content,
        ready: () => kind.value === 'volume' ? volume.value !== '' : kind.value === 'words' ? words.value.trim() !== '' : kind.value !== 'new' || size.validity.valid,
        act: async () => {
            const answer = await api.post(devicePath(machine, 'disks', undefined, scope.query()), { disk: disk() });
            if (answer?.operation?.id) noteOperation(answer.operation);
            await again();
        },
    });
}

/** @param {MachineDetail} machine @param {HTMLSelectElement} choice @param {AbortSignal} signal */
async function offerPools(machine, choice, signal) {
    try {
        const pools = /** @type {List<Pool>} */ (await api.get(path('hosts', machine.host, 'pools'), { signal }));
        choice.append(...pools.items.filter((pool) => pool.active && pool.name !== 'roost-images').map((pool) => h('option', { value: pool.name }, pool.name)));
    } catch (error) {
        if (!signal.aborted) choice.after(failureBox(error));
    }
}

/** @param {MachineDetail} machine @param {DiskRow} row @param {() => Promise<void>} again */
export function resizeDisk(machine, row, again) {
    const now = (row.capacity ?? 0) / gibibyte;
    const size = h('input', { type: 'number', min: Math.floor(now) + 1, step: 1, value: Math.floor(now) + 10 });
    const content = h('div', { class: 'stack' }, field(t('disk.size.new'), size, t('disk.resize.hint', { size: bytes(row.capacity) })));
    content.append(commandOf(machine, content, () => ['disk', 'resize', row.target, `${size.value}G`]));
    return ask({
        title: t('disk.resize.title', { name: row.target }), accept: t('disk.resize'), content,
        ready: () => size.validity.valid && size.value !== '',
        act: async () => {
            tell(await api.patch(devicePath(machine, 'disks', row.target), { size: size.valueAsNumber * gibibyte }));
            await again();
        },
    });
}

/** @param {MachineDetail} machine @param {DiskRow} row @param {() => Promise<void>} again */
export function changeDisk(machine, row, again) {
    const bus = select(['virtio', 'scsi', 'sata', 'usb', ...['virtio', 'scsi', 'sata', 'usb'].includes(row.bus ?? '') || !row.bus ? [] : [row.bus]], row.bus ?? 'virtio');
    const cache = select([['', t('disk.cache.auto')], 'none', 'writeback', 'writethrough', 'directsync', 'unsafe'], row.cache ?? '');
    const serial = input(row.serial ?? '', { maxlength: 20 });
    const readOnly = h('input', { type: 'checkbox', checked: row.readOnly });
    const rate = h('input', { type: 'number', min: 0, value: Math.round((row.limits.total_bytes_sec ?? 0) / 1e6) });
    const operations = h('input', { type: 'number', min: 0, value: row.limits.total_iops_sec ?? 0 });
    const scope = scopeField(machine);
    const before = { rate: rate.value, operations: operations.value };
    const changes = () => [
        ...bus.value !== (row.bus ?? 'virtio') ? [`bus=${bus.value}`] : [],
        ...cache.value !== (row.cache ?? '') ? [`cache=${cache.value || 'default'}`] : [],
        ...serial.value !== (row.serial ?? '') && serial.value ? [suboption('serial', serial.value)] : [],
        ...readOnly.checked !== row.readOnly ? [`readonly=${readOnly.checked ? 'yes' : 'no'}`] : [],
        ...rate.value !== before.rate ? [`iotune.total_bytes_sec=${rate.valueAsNumber * 1e6}`] : [],
        ...operations.value !== before.operations ? [`iotune.total_iops_sec=${operations.value}`] : [],
    ];
    const content = h('div', { class: 'stack' },
        h('div', { class: 'two' }, field(t('disk.bus'), bus), field(t('disk.cache'), cache)), field(t('disk.serial'), serial),
        h('div', { class: 'two' }, field(t('disk.rate'), rate, t('limit.zero')), field(t('disk.operations'), operations, t('limit.zero'))),
        h('label', { class: 'check' }, readOnly, h('span', {}, t('disk.readOnly.long'))), scope.element);
    content.append(commandOf(machine, content, () => changes().length === 0 ? [] : ['disk', 'set', row.target, changes().join(','), ...scope.words()]));
    return ask({
        title: t('disk.change.title', { name: row.target }), accept: t('save'), wide: true, content,
        ready: () => changes().length > 0 && rate.validity.valid && operations.validity.valid,
        act: async () => {
            tell(await api.patch(devicePath(machine, 'disks', row.target, scope.query()), { changes: changes().join(',') }));
            await again();
        },
    });
}

/** @param {MachineDetail} machine @param {DiskRow} row @param {() => Promise<void>} again */
export function detachDisk(machine, row, again) {
    const remove = h('input', { type: 'checkbox' });
    const scope = scopeField(machine);
    const canDelete = row.kind === 'disk' && row.source !== undefined;
    const content = h('div', { class: 'stack' },
        h('p', {}, t(row.kind === 'disk' ? 'disk.detach.text' : 'drive.detach.text')),
        canDelete ? h('label', { class: 'check' }, remove, h('span', {}, t('disk.detach.delete'), ' ', h('code', {}, row.source ?? ''))) : null, scope.element);
    content.append(commandOf(machine, content, () => ['disk', 'detach', row.target, ...remove.checked ? ['--delete'] : [], ...scope.words()]));
    return ask({
        title: t('disk.detach.title', { name: row.target, machine: machine.name }), kind: 'danger', accept: t('disk.detach'), content,
        act: async () => {
            try {
                tell(await api.delete(devicePath(machine, 'disks', row.target, { ...scope.query(), ...remove.checked ? { deleteVolume: 'true' } : {} })));
            } finally {
                // What the guest did not let go of may be gone from its next start.
                await again();
            }
        },
    });
}

/** @param {MachineDetail} machine @param {DiskRow} row @param {AbortSignal} signal @param {() => Promise<void>} again */
export function changeMedium(machine, row, signal, again) {
    const volume = select([['', '…']], '');
    const place = input('', { placeholder: '/srv/debian.iso' });
    const force = h('input', { type: 'checkbox' });
    const scope = scopeField(machine);
    const medium = () => place.value.trim() || volume.value;
    const content = h('div', { class: 'stack' }, field(t('medium.volume'), volume), field(t('medium.path'), place, t('medium.path.hint')),
        h('label', { class: 'check' }, force, h('span', {}, t('medium.force'))), scope.element);
    content.append(commandOf(machine, content, () =>
        ['cdrom', 'change', medium(), '--drive', row.target, ...force.checked ? ['--force'] : [], ...scope.words()]));
    void offerVolumes(machine, volume, (each) => row.kind === 'floppy' || isDisc(each), signal);
    return ask({
        title: t('medium.title', { name: row.target }), accept: t('medium.insert'), content,
        ready: () => medium() !== '',
        act: async () => {
            tell(await api.put(mediumPath(machine, row, scope.query()), { medium: medium(), force: force.checked }));
            await again();
        },
    });
}

/** @param {MachineDetail} machine @param {DiskRow} row @param {() => Promise<void>} again */
export function ejectMedium(machine, row, again) {
    const force = h('input', { type: 'checkbox' });
    const content = h('div', { class: 'stack' }, h('p', {}, h('code', {}, row.source ?? '')),
        h('label', { class: 'check' }, force, h('span', {}, t('medium.force'))));
    content.append(commandOf(machine, content, () => ['cdrom', 'eject', '--drive', row.target, ...force.checked ? ['--force'] : []]));
    return ask({
        title: t('medium.eject.title', { name: row.target }), accept: t('medium.eject'), content,
        act: async () => {
            tell(await api.delete(mediumPath(machine, row, force.checked ? { force: 'true' } : {})));
            await again();
        },
    });
}

/** @param {MachineDetail} machine @param {DiskRow} row @param {Record<string, string>} query */
const mediumPath = (machine, row, query) => {
    const [place, words] = devicePath(machine, 'cdroms', row.target, query).split('?');
    return `${place}/medium${words ? `?${words}` : ''}`;
};

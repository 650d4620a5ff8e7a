// One upload: how far it is, and how to end it.

import { fill, h } from '../dom.js';
import { bytes, duration, percent, rate } from '../format.js';
import { t } from '../i18n.js';
import { button, describe, iconButton } from '../ui/parts.js';
import { attempt } from '../ui/toast.js';
import { forget } from './uploads.js';

/**
 * @param {import('./uploads.js').Upload} upload
 * @param {AbortSignal} signal
 * @param {() => void} ended
 */
export function uploadRow(upload, signal, ended) {
    const progress = h('progress', { max: upload.file.size || 1, 'aria-label': upload.name });
    const words = h('span', { class: 'muted' });
    const buttons = h('span', {});
    const row = h('div', { class: 'upload' }, h('strong', {}, upload.name), progress, words, buttons);
    let told = upload.state === 'done';
    const drop = iconButton('close', t('close'), () => {
        forget(upload);
        row.remove();
    });
    const cancel = button(t('cancel'), () => attempt(async () => {
        await upload.cancel();
        forget(upload);
        ended();
    }), { kind: 'plain' });
    const again = button(t('again'), () => void upload.run());
    let shown = '';
    const show = () => {
        row.dataset.state = upload.state;
        progress.value = upload.offset;
        const left = upload.speed > 0 ? duration((upload.file.size - upload.offset) / upload.speed) : '';
        const share = percent(upload.offset / Math.max(1, upload.file.size) * 100);
        words.textContent = upload.state === 'failed' ? [describe(upload.failure).title, describe(upload.failure).remedy].filter(Boolean).join('. ')
            : upload.state === 'waiting' ? t('upload.waiting')
            : upload.state === 'done' ? t('upload.done', { size: bytes(upload.file.size) })
            : [share, rate(Math.round(upload.speed)), left].filter(Boolean).join(' · ');
        if (shown !== upload.state) fill(buttons, upload.state === 'done' ? drop : [upload.state === 'failed' ? again : null, cancel]);
        shown = upload.state;
        if (upload.state === 'done' && !told) {
            told = true;
            ended();
        }
    };
    upload.addEventListener('change', show, { signal });
    show();
    return row;
}

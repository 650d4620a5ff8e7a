// A picture of the screen that renews itself while it is looked at.

import { machinePath, request } from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { isActive } from '../store.js';
import { icon } from '../ui/icons.js';

const pause = 4000;

/** @param {import('./page.js').TabContext} context */
export function thumbnail(context) {
    const element = h('div', { class: 'thumbnail' });
    const image = h('img', { alt: t('screen.alt', { name: context.detail().name }) });
    let address = '';
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const say = (/** @type {string} */ text) => fill(element, h('span', { class: 'thumbnail-text' }, icon('machines'), text));
    const look = async () => {
        clearTimeout(timer);
        if (context.signal.aborted) return;
        const machine = context.detail();
        if (!isActive(machine.state)) return say(t('screen.off'));
        if (machine.graphics.length === 0) return say(t('screen.none'));
        if (!document.hidden) {
            try {
                const response = await request('GET', `${machinePath(machine)}/screenshot`, undefined, { signal: context.signal });
                const fresh = URL.createObjectURL(await response.blob());
                image.src = fresh;
                await image.decode();
                URL.revokeObjectURL(address);
                address = fresh;
                if (element.firstChild !== image) fill(element, image);
            } catch (error) {
                if (!context.signal.aborted && !address) say(error instanceof Error ? error.message : t('screen.none'));
            }
        }
        timer = setTimeout(look, pause);
    };
    context.changed(look);
    context.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        URL.revokeObjectURL(address);
    });
    say(t('loading'));
    void look();
    return element;
}

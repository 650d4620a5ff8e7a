// <roost-screen host="…" uuid="…">: a machine's screen, by noVNC. It connects again by itself after a reboot or a restart.
//
// It sends the event `roost-console-state` with {state, why}.

import { h } from '../dom.js';
import { Connection, noteUse } from './connection.js';
import { ConsoleElement } from './frame.js';
import { say } from './words.js';

/** Names and X11 keysyms of what browsers and window managers keep for themselves. */
const combinations = /** @type {[string, number[]][]} */ ([
    ['Ctrl+Alt+Del', [0xffe3, 0xffe9, 0xffff]], ['Ctrl+Alt+Backspace', [0xffe3, 0xffe9, 0xff08]],
    ['Alt+Tab', [0xffe9, 0xff09]], ['Alt+F4', [0xffe9, 0xffc1]], ['Super', [0xffeb]], ['Esc', [0xff1b]], ['Tab', [0xff09]],
    ['Print', [0xff61]], ['Alt+SysRq', [0xffe9, 0xff61]],
    ...Array.from({ length: 8 }, (_, index) => /** @type {[string, number[]]} */ (
        [`Ctrl+Alt+F${index + 1}`, [0xffe3, 0xffe9, 0xffbe + index]])),
]);

/** Not written into the import: what is on the server only is nothing that the type checker could find. */
const novnc = '/vendor/novnc/core/rfb.js';
const shift = 0xffe1;
const shifted = '~!@#$%^&*()_+{}|:"<>?';

class Screen extends ConsoleElement {
    /** @type {any} */
    #rfb = null;
    /** @type {Connection | null} */
    #connection = null;
    /** How the last WebSocket was closed: noVNC does not tell. */
    #close = { code: 1006, reason: '' };
    #isFit = true;

    connectedCallback() {
        if (this.bar.childElementCount === 0) this.#makeBar();
        this.build();
        this.tabIndex = 0;
        this.setAttribute('aria-label', say('screen'));
        this.#connection = new Connection(this.host, this.uuid, 'vnc', {
            open: (address, protocols) => void this.#open(address, protocols),
            changed: (state, why) => this.show(state, why),
        });
        void this.#connection.start();
    }

    disconnectedCallback() {
        this.#connection?.stop();
        this.#hangUp();
    }

    /** @param {FocusOptions} [options] */
    focus(options) {
        if (this.#rfb) this.#rfb.focus();
        else super.focus(options);
    }

    #makeBar() {
        const keys = h('select', { 'aria-label': say('keys') }, h('option', { value: '' }, say('keys')),
            combinations.map(([name], index) => h('option', { value: String(index) }, name)));
        keys.addEventListener('change', () => {
            const chosen = combinations[Number(keys.value)];
            if (keys.value !== '' && chosen) this.press(chosen[1]);
            keys.value = '';
            this.focus();
        });
        this.bar.append(keys);
        this.button(say('typeText'), () => this.#askForText());
        const fit = this.button(say('original'), () => {
            this.#isFit = !this.#isFit;
            fit.textContent = say(this.#isFit ? 'original' : 'fit');
            this.#scale();
        });
        this.button(say('full'), () => void this.requestFullscreen());
        this.button(say('picture'), () => this.#savePicture());
        this.retry.addEventListener('click', () => void this.#connection?.start());
        for (const kind of ['keydown', 'pointerdown']) this.place.addEventListener(kind, noteUse, { capture: true });
    }

    /**
     * @param {string} address
     * @param {string[]} protocols
     */
    async #open(address, protocols) {
        this.#hangUp();
        const connection = this.#connection;
        let RFB;
        try {
            RFB = (await import(novnc)).default;
        } catch (error) {
            return this.show('unsupported', say('missing', { why: String(error) }));
        }
        if (!this.isConnected || connection !== this.#connection) return;
        this.#close = { code: 1006, reason: '' };
        const socket = new WebSocket(address, protocols);
        socket.addEventListener('close', (event) => {
            this.#close = { code: event.code, reason: event.reason };
        });
        // A place of its own for each: noVNC takes its canvas away only when it says goodbye itself.
        this.place.replaceChildren();
        const rfb = new RFB(this.place, socket, { shared: true });
        rfb.focusOnClick = true;
        rfb.addEventListener('connect', () => connection?.connected());
        rfb.addEventListener('desktopname', (/** @type {CustomEvent} */ event) => {
            this.dispatchEvent(new CustomEvent('roost-console-name', { bubbles: true, detail: event.detail }));
        });
        rfb.addEventListener('disconnect', () => {
            if (this.#rfb !== rfb) return;
            this.#rfb = null;
            connection?.ended(this.#close.code, this.#close.reason);
        });
        this.#rfb = rfb;
        this.#scale();
    }

    #hangUp() {
        const rfb = this.#rfb;
        this.#rfb = null;
        rfb?.disconnect();
    }

    #scale() {
        if (!this.#rfb) return;
        this.#rfb.scaleViewport = this.#isFit;
        this.#rfb.clipViewport = !this.#isFit;
        this.#rfb.dragViewport = false;
    }

    /**
     * Presses keys together, the first one first.
     * @param {number[]} keysyms
     */
    press(keysyms) {
        for (const key of keysyms) this.#rfb?.sendKey(key, undefined, true);
        for (const key of [...keysyms].reverse()) this.#rfb?.sendKey(key, undefined, false);
    }

    /**
     * Types text key by key, as a clipboard that reaches into firmware and installers.
     * @param {string} text
     */
    type(text) {
        for (const character of text.replaceAll('\r\n', '\n')) {
            const code = /** @type {number} */ (character.codePointAt(0));
            const key = character === '\n' ? 0xff0d : character === '\t' ? 0xff09
                : code < 0x20 ? null : code <= 0xff ? code : 0x01000000 + code;
            if (key === null) continue;
            const isShifted = shifted.includes(character) || /[A-Z]/.test(character);
            if (isShifted) this.#rfb?.sendKey(shift, 'ShiftLeft', true);
            this.#rfb?.sendKey(key, undefined);
            if (isShifted) this.#rfb?.sendKey(shift, 'ShiftLeft', false);
        }
    }

    #askForText() {
        const text = window.prompt(say('typePrompt'));
        if (text) this.type(text);
        this.focus();
    }

    #savePicture() {
        const canvas = this.place.querySelector('canvas');
        canvas?.toBlob((blob) => {
            if (!blob) return;
            const address = URL.createObjectURL(blob);
            h('a', { href: address, download: `${this.uuid}.png` }).click();
            setTimeout(() => URL.revokeObjectURL(address), 10_000);
        });
    }
}

customElements.define('roost-screen', Screen);

// <roost-serial host="…" uuid="…">: a machine's serial console, by xterm. It stays when the machine reboots.
//
// It sends the event `roost-console-state` with {state, why}.

import { Connection, noteUse } from './connection.js';
import { ConsoleElement, useStyle } from './frame.js';
import { say } from './words.js';

/** Not written into the import: what is on the server only is nothing that the type checker could find. */
const xterm = '/vendor/xterm/xterm.module.js';
const scrollback = 5000;
/** A paste is sent in pieces that the server's largest frame holds. */
const piece = 32_768;

class Serial extends ConsoleElement {
    /** @type {any} */
    #terminal = null;
    /** @type {WebSocket | null} */
    #socket = null;
    /** @type {Connection | null} */
    #connection = null;
    #decoder = new TextDecoder();
    #encoder = new TextEncoder();
    /** @type {ResizeObserver | null} */
    #observer = null;

    connectedCallback() {
        if (this.bar.childElementCount === 0) {
            this.button(say('clear'), () => this.#terminal?.clear());
            this.button(say('full'), () => void this.requestFullscreen());
            this.retry.addEventListener('click', () => void this.#connection?.start(this.state === 'taken'));
        }
        this.build();
        this.setAttribute('aria-label', say('serial'));
        useStyle('/vendor/xterm/xterm.css');
        this.#connection = new Connection(this.host, this.uuid, 'serial', {
            open: (address, protocols) => this.#open(address, protocols),
            changed: (state, why) => this.show(state, why),
        });
        void this.#begin();
    }

    disconnectedCallback() {
        this.#connection?.stop();
        this.#hangUp();
        this.#observer?.disconnect();
        this.#terminal?.dispose();
        this.#terminal = null;
        this.place.replaceChildren();
    }

    /** @param {FocusOptions} [options] */
    focus(options) {
        if (this.#terminal) this.#terminal.focus();
        else super.focus(options);
    }

    async #begin() {
        const connection = this.#connection;
        let Terminal;
        try {
            // The server makes one module of the many that Debian packages.
            ({ Terminal } = await import(xterm));
        } catch (error) {
            return this.show('unsupported', say('missing', { why: String(error) }));
        }
        if (!this.isConnected || connection !== this.#connection) return;
        // Its other renderer writes style elements, which the page's policy forbids.
        this.#terminal = new Terminal({ rendererType: 'canvas', scrollback, cursorBlink: false, fontSize: 14 });
        this.#terminal.open(this.place);
        this.#terminal.on('data', (/** @type {string} */ text) => this.#send(text));
        this.#observer = new ResizeObserver(() => this.#fit());
        this.#observer.observe(this.place);
        this.#fit();
        void connection?.start();
    }

    /**
     * @param {string} address
     * @param {string[]} protocols
     */
    #open(address, protocols) {
        this.#hangUp();
        const socket = new WebSocket(address, protocols);
        socket.binaryType = 'arraybuffer';
        this.#decoder = new TextDecoder();
        socket.addEventListener('message', (event) => {
            if (event.data instanceof ArrayBuffer) {
                this.#terminal?.write(this.#decoder.decode(event.data, { stream: true }));
            } else {
                this.#note(JSON.parse(event.data));
            }
        });
        socket.addEventListener('close', (event) => {
            if (this.#socket !== socket) return;
            this.#socket = null;
            this.#connection?.ended(event.code, event.reason);
        });
        this.#socket = socket;
    }

    /** @param {{event: string, why?: string, bytes?: number}} notice */
    #note(notice) {
        const values = { why: notice.why ?? '', bytes: notice.bytes ?? 0 };
        if (notice.event === 'attached') return this.#connection?.connected();
        if (notice.event === 'stopped') this.show('off', '');
        if (notice.event === 'disconnected') this.show('lost', values.why);
        const words = notice.event === 'stopped' ? say('stopped')
            : notice.event === 'disconnected' ? say('disconnected', values)
            : notice.event === 'lost' ? say('dropped', values) : '';
        // A host's words must not steer the terminal.
        if (words) this.#terminal?.write(`\r\n${words.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')}\r\n`);
    }

    /** @param {string} text */
    #send(text) {
        noteUse();
        const bytes = this.#encoder.encode(text);
        for (let start = 0; start < bytes.length; start += piece) {
            if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(bytes.subarray(start, start + piece));
        }
    }

    #hangUp() {
        const socket = this.#socket;
        this.#socket = null;
        socket?.close();
    }

    /** As many rows and columns as there is room for. The machine is not told: a serial line has no size. */
    #fit() {
        const cell = this.#terminal?._core?.renderer?.dimensions;
        if (!cell?.actualCellWidth || !cell.actualCellHeight) return;
        const columns = Math.floor((this.place.clientWidth - 16) / cell.actualCellWidth);
        const rows = Math.floor(this.place.clientHeight / cell.actualCellHeight);
        if (columns >= 20 && rows >= 5) this.#terminal.resize(Math.min(columns, 300), Math.min(rows, 200));
    }
}

customElements.define('roost-serial', Serial);

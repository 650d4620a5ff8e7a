// What the screen and the serial console have in common: a ticket, a WebSocket, and another try when it ends.

import { api } from '../api.js';
import { isActive, key, on, store } from '../store.js';

/** Why the server ended a console: the same numbers as ConsoleClose in the server. */
export const ending = /** @type {const} */ ({
    stopping: 1001, off: 4001, gone: 4002, taken: 4003, revoked: 4004, unsupported: 4005, tooMany: 4006, lost: 4007,
});

/** @typedef {'connecting' | 'connected' | 'off' | 'gone' | 'taken' | 'revoked' | 'unsupported' | 'lost'} State */

/** Ends after which the page waits for somebody, and does not try by itself. */
const finals = new Map(/** @type {[number, State][]} */ ([
    [ending.gone, 'gone'], [ending.taken, 'taken'], [ending.revoked, 'revoked'], [ending.unsupported, 'unsupported'],
    [ending.tooMany, 'unsupported'],
]));

/**
 * @typedef {object} Callbacks
 * @property {(address: string, protocols: string[]) => void} open connects with the ticket's protocols
 * @property {(state: State, why: string) => void} changed
 */

/** Keeps a console connected: 0.3 s after it was lost, then after longer and longer pauses of up to 10 s. */
export class Connection {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #timer;
    #failures = 0;
    #isStopped = false;
    #attempt = 0;
    #isOff = false;
    #watch = new AbortController();
    #host;
    #uuid;
    #kind;
    #callbacks;

    /**
     * @param {string} host
     * @param {string} uuid
     * @param {'vnc' | 'serial'} kind
     * @param {Callbacks} callbacks
     */
    constructor(host, uuid, kind, callbacks) {
        this.#host = host;
        this.#uuid = uuid;
        this.#kind = kind;
        this.#callbacks = callbacks;
        on('machines', () => {
            if (this.#isOff && this.#runs()) this.hurry();
        }, this.#watch.signal);
    }

    /** @param {boolean} takeOver take the serial console away from whom has it open */
    async start(takeOver = false) {
        clearTimeout(this.#timer);
        this.#isStopped = false;
        const attempt = ++this.#attempt;
        this.#callbacks.changed('connecting', '');
        const machine = `/hosts/${encodeURIComponent(this.#host)}/machines/${encodeURIComponent(this.#uuid)}`;
        try {
            const { ticket } = await api.post(`${machine}/tickets`, { kind: this.#kind, takeOver });
            if (this.#isStopped || attempt !== this.#attempt) return;
            const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
            // The ticket goes as a protocol's name, which no log keeps, unlike an address.
            this.#callbacks.open(`${scheme}//${location.host}/api/v1${machine}/console/${this.#kind}`,
                ['binary', `roost.ticket.${ticket}`]);
        } catch (error) {
            if (this.#isStopped || attempt !== this.#attempt) return;
            const status = /** @type {{status?: number}} */ (error).status ?? 0;
            const why = error instanceof Error ? error.message : String(error);
            if (status === 404) return this.#rest('gone', why);
            if (status === 401 || status === 403) return this.#rest('revoked', why);
            this.#again('lost', why);
        }
    }

    /** It works: the next loss is a first one. */
    connected() {
        this.#failures = 0;
        this.#callbacks.changed('connected', '');
    }

    /**
     * @param {number} code
     * @param {string} why
     */
    ended(code, why) {
        if (this.#isStopped) return;
        this.#isOff = code === ending.off;
        const final = finals.get(code);
        if (final) return this.#rest(final, why);
        if (this.#isOff) return this.#awaitStart(why);
        this.#again('lost', why);
    }

    /** @returns {boolean} whether the machine runs, as far as the page knows */
    #runs() {
        const machine = store.machines.get(key({ host: this.#host, uuid: this.#uuid }));
        return machine !== undefined && isActive(machine.state);
    }

    /**
     * The server is not asked while the machine is off: the page hears of its start. It may have heard already.
     * @param {string} why
     */
    #awaitStart(why) {
        this.#callbacks.changed('off', why);
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => (this.#runs() ? this.hurry() : this.#awaitStart(why)), 2000);
    }

    /** The machine was started: no more waiting. */
    hurry() {
        if (this.#timer === undefined) return;
        this.#failures = 0;
        void this.start();
    }

    stop() {
        this.#watch.abort();
        this.#isStopped = true;
        this.#attempt += 1;
        clearTimeout(this.#timer);
        this.#timer = undefined;
    }

    /**
     * @param {State} state
     * @param {string} why
     */
    #rest(state, why) {
        this.#timer = undefined;
        this.#callbacks.changed(state, why);
    }

    /**
     * @param {State} state
     * @param {string} why
     */
    #again(state, why) {
        const pause = Math.min(10_000, 300 * 2 ** this.#failures) * (0.75 + Math.random() / 2);
        this.#failures = Math.min(this.#failures + 1, 8);
        this.#callbacks.changed(state, why);
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
            this.#timer = undefined;
            void this.start();
        }, pause);
    }
}

let lastUse = Date.now();

/** Somebody works at a console, of which the session's clock would know nothing: tells the server, once in five minutes. */
export function noteUse() {
    if (Date.now() - lastUse < 300_000) return;
    lastUse = Date.now();
    // The next one will do.
    api.get('/session').catch(() => {});
}

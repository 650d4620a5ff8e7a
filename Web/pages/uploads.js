// Files on their way into pools. They go on when one leaves the page of the pool, survive a broken connection, and go on
// from where they were when the same file is given again after a reload.

import { api, path, Problem } from '../api.js';
import { recall, remember } from '../settings.js';

const chunk = 8 << 20;
const patience = [1, 2, 4, 8, 15, 15, 15, 15];

/** @typedef {'going' | 'waiting' | 'done' | 'failed' | 'cancelled'} UploadState */

export class Upload extends EventTarget {
    /** @type {UploadState} */
    state = 'going';
    offset = 0;
    /** Bytes a second. */
    speed = 0;
    /** @type {unknown} */
    failure = null;
    id = '';
    #stop = new AbortController();
    /** Whether the server has given it its name. */
    #isWhole = false;

    /** @param {string} host @param {string} pool @param {File} file */
    constructor(host, pool, file) {
        super();
        this.host = host;
        this.pool = pool;
        this.file = file;
        this.name = file.name;
        this.memory = `upload.${host}/${pool}/${file.name}/${file.size}/${file.lastModified}`;
    }

    async run() {
        this.#to('going');
        try {
            await this.#begin();
            await this.#send();
            remember(this.memory, '');
            this.#to('done');
        } catch (error) {
            if (this.state === 'cancelled') return;
            this.failure = error;
            this.#to('failed');
        }
    }

    async #begin() {
        this.id ||= recall(this.memory);
        if (this.id) {
            try {
                await this.#ask();
                return;
            } catch (error) {
                if (!(error instanceof Problem) || error.status !== 404) throw error;
                this.id = '';
            }
        }
        const format = /\.qcow2$/i.test(this.name) ? 'qcow2' : 'raw';
        const answer = await api.post(path('hosts', this.host, 'pools', this.pool, 'uploads'), { name: this.name, size: this.file.size, format });
        this.id = answer.id;
        this.offset = 0;
        remember(this.memory, this.id);
    }

    /** Asks the server how far it is. */
    async #ask() {
        const answer = await api.get('/uploads' + path(this.id));
        this.offset = Number(answer.offset);
        this.#isWhole = Boolean(answer.result);
    }

    async #send() {
        let failed = 0;
        // The last piece brings the volume's name; where it did not, an empty one asks for it again.
        while (!this.#isWhole) {
            const start = performance.now();
            const part = this.file.slice(this.offset, this.offset + chunk);
            try {
                const answer = await api.patch('/uploads' + path(this.id), undefined, {
                    raw: part, signal: this.#stop.signal,
                    headers: { 'Upload-Offset': String(this.offset), 'Content-Type': 'application/octet-stream' },
                });
                this.offset += part.size;
                this.#isWhole = Boolean(answer?.result);
                const now = part.size / Math.max(1, performance.now() - start) * 1000;
                this.speed = this.speed ? this.speed * 0.7 + now * 0.3 : now;
                failed = 0;
                this.#to('going');
            } catch (error) {
                // 4xx is an answer; anything else may pass.
                const isFinal = error instanceof Problem && error.status >= 400 && error.status < 500
                    && (error.status !== 409 || part.size === 0);
                const wait = patience[failed];
                if (this.state === 'cancelled' || isFinal || wait === undefined) throw error;
                failed += 1;
                this.#to('waiting');
                await new Promise((done) => setTimeout(done, wait * 1000));
                try {
                    await this.#ask();
                } catch (again) {
                    if (again instanceof Problem && again.status === 404) throw again;
                }
            }
        }
    }

    async cancel() {
        this.#to('cancelled');
        this.#stop.abort();
        remember(this.memory, '');
        if (this.id) await api.delete('/uploads' + path(this.id));
    }

    /** @param {UploadState} state */
    #to(state) {
        if (this.state === 'cancelled') return;
        this.state = state;
        this.dispatchEvent(new Event('change'));
    }
}

/** @type {Upload[]} */
let uploads = [];

/** @param {string} host @param {string} pool @param {File} file */
export function startUpload(host, pool, file) {
    const upload = new Upload(host, pool, file);
    uploads.push(upload);
    void upload.run();
}

/** @param {string} host @param {string} pool */
export const uploadsOf = (host, pool) => uploads.filter((each) => each.host === host && each.pool === pool && each.state !== 'cancelled');

/** @param {Upload} upload */
export function forget(upload) {
    uploads = uploads.filter((each) => each !== upload);
}

addEventListener('beforeunload', (event) => {
    if (uploads.some((each) => each.state === 'going' || each.state === 'waiting')) event.preventDefault();
});

// Requests to the server. What fails becomes a Problem that says what, why and what to do.

import { t } from './i18n.js';

const base = '/api/v1';

/** The one error of this page's requests, made of an RFC 9457 document where the server sent one. */
export class Problem extends Error {
    /**
     * @param {number} status 0 where the server was not reached
     * @param {ProblemDocument} document
     */
    constructor(status, document) {
        super(document.title ?? t('problem.unknown'));
        this.status = status;
        /** The last part of its type: "not-found". */
        this.kind = document.type?.split(':').pop() ?? '';
        this.why = document.detail;
        this.remedy = document.remedy;
    }
}

/** @type {Session | null} */
let session = null;
export const currentSession = () => session;

/** What the shell does when a request meets a closed door. */
export const doors = {
    /** The session is over. */
    signedOut: () => {},
    /**
     * Asks for the password; true when the role was raised.
     * @type {() => Promise<boolean>}
     */
    elevate: async () => false,
};

/** @param {Session | null} value */
export function setSession(value) {
    session = value;
}

const roles = /** @type {Role[]} */ (['viewer', 'operator', 'administrator']);
/** @param {Role} role */
export const mayBecome = (role) => session !== null && roles.indexOf(session.maximumRole) >= roles.indexOf(role);
/** @param {Role} role */
export const hasRole = (role) => session !== null && roles.indexOf(session.role) >= roles.indexOf(role);

/**
 * @typedef {object} CallOptions
 * @property {AbortSignal} [signal]
 * @property {Blob} [raw] a body that is not JSON
 * @property {Record<string, string>} [headers]
 * @property {boolean} [quiet] do not act on a closed door
 */

/**
 * @param {string} method
 * @param {string} path under /api/v1
 * @param {unknown} [body]
 * @param {CallOptions} [options]
 * @returns {Promise<Response>}
 */
export async function request(method, path, body, options = {}) {
    const response = await send(method, path, body, options);
    if (response.ok) return response;
    const problem = new Problem(response.status, await problemDocument(response));
    if (!options.quiet && response.status === 401) doors.signedOut();
    if (!options.quiet && problem.kind === 'elevation-needed' && await doors.elevate()) {
        return request(method, path, body, { ...options, quiet: true });
    }
    throw problem;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 * @param {CallOptions} options
 */
async function send(method, path, body, options) {
    try {
        return await sendOnce(method, path, body, options);
    } catch (error) {
        // Chromium ends all requests when a network comes or goes, as with a machine's start on the same computer.
        if (method !== 'GET' || !(error instanceof Problem)) throw error;
        await pause(500, options.signal);
        return sendOnce(method, path, body, options);
    }
}

/**
 * @param {number} time in milliseconds
 * @param {AbortSignal} [signal] ends it by failing
 */
async function pause(time, signal) {
    signal?.throwIfAborted();
    const over = new AbortController();
    try {
        await new Promise((resolve, reject) => {
            const timer = setTimeout(resolve, time);
            signal?.addEventListener('abort', () => {
                clearTimeout(timer);
                reject(signal.reason);
            }, { signal: over.signal });
        });
    } finally {
        over.abort();
    }
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 * @param {CallOptions} options
 */
async function sendOnce(method, path, body, options) {
    /** @type {Record<string, string>} */
    const headers = { Accept: 'application/json, application/problem+json', ...options.headers };
    if (method !== 'GET' && session) headers['X-Roost-CSRF'] = session.csrf;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    try {
        return await fetch(base + path, {
            method, headers, signal: options.signal, credentials: 'same-origin', cache: 'no-store',
            body: options.raw ?? (body === undefined ? undefined : JSON.stringify(body)),
        });
    } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        throw new Problem(0, { title: t('problem.unreachable'), remedy: t('problem.unreachable.remedy') });
    }
}

/**
 * @param {Response} response
 * @returns {Promise<ProblemDocument>}
 */
async function problemDocument(response) {
    try {
        const document = await response.json();
        if (document && typeof document === 'object') return document;
    } catch {
        // Not JSON: something between the page and the server answered.
    }
    return { title: t('problem.status', { status: response.status }) };
}

/**
 * @param {string} method
 * @returns {(path: string, body?: unknown, options?: CallOptions) => Promise<any>}
 */
const json = (method) => async (path, body, options) => {
    const response = await request(method, path, body, options);
    const isJSON = response.headers.get('Content-Type')?.includes('json');
    return isJSON && response.status !== 204 ? response.json() : null;
};

const getJSON = json('GET');

export const api = {
    /**
     * @param {string} path
     * @param {CallOptions} [options]
     */
    get: (path, options) => getJSON(path, undefined, options),
    post: json('POST'),
    put: json('PUT'),
    patch: json('PATCH'),
    delete: json('DELETE'),
};

/**
 * The version of what an answer tells: by '*' something else than what was seen might be changed.
 * @param {Response} response
 */
export function version(response) {
    const tag = response.headers.get('ETag');
    if (!tag) throw new Problem(response.status, { title: t('problem.version'), remedy: t('problem.version.remedy') });
    return tag;
}

/**
 * Ends a request that has no answer by then; it counts as one that did not reach the server.
 * @param {number} milliseconds
 */
export function within(milliseconds) {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), milliseconds);
    return controller.signal;
}

/**
 * Joins parts of a path, each encoded: path('hosts', name) is '/hosts/…'.
 * @param {...string} parts
 */
export const path = (...parts) => parts.map((part) => '/' + encodeURIComponent(part)).join('');

/**
 * The address of a machine in the API.
 * @param {{host: string, uuid: string}} machine
 */
export const machinePath = (machine) => path('hosts', machine.host, 'machines', machine.uuid);

// A line chart over time, drawn as SVG: a page that shows four of them needs no library.

import { fill, h, setText, svg } from '../dom.js';
import { timeOfDay } from '../format.js';

/** @typedef {{at: number, values: (number | undefined | null)[]}} Point */
/** @typedef {{gap: number, name: (at: number) => string}} TimeScale points farther apart than the gap, in milliseconds, are not joined */

const [width, height] = [600, 120];

/**
 * @param {string} title
 * @param {string[]} names of the lines
 * @param {(value: number | undefined | null) => string} format
 */
export function chart(title, names, format) {
    const lines = names.map((_, index) => svg('path', { class: `line line-${index}`, 'vector-effect': 'non-scaling-stroke' }));
    const area = svg('path', { class: 'area' });
    const cursor = svg('line', { class: 'cursor', y1: 0, y2: height, 'vector-effect': 'non-scaling-stroke' });
    const drawing = svg('svg', { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', role: 'img' },
        ...[0.25, 0.5, 0.75].map((y) => svg('line', { class: 'grid', x1: 0, x2: width, y1: height * y, y2: height * y, 'vector-effect': 'non-scaling-stroke' })),
        area, ...lines, cursor);
    const now = h('div', { class: 'chart-now' });
    const topLabel = h('span', { class: 'chart-top' });
    const from = h('span', {});
    const to = h('span', {});
    const element = h('figure', { class: 'chart' }, h('figcaption', {}, h('h3', {}, title), now),
        h('div', { class: 'chart-plot' }, topLabel, drawing), h('div', { class: 'chart-times' }, from, to));
    /** @type {Point[]} */
    let points = [];
    let [start, end] = [0, 1];
    let pointed = false;
    /** @type {TimeScale} */
    let time = { gap: Infinity, name: timeOfDay };

    /** @param {Point | undefined} point @param {string} [when] */
    const say = (point, when) => fill(now, when ? h('span', { class: 'muted' }, when) : null, ...names.map((name, index) =>
        h('span', { class: `legend legend-${index}` }, names.length > 1 ? `${name} ` : '', h('strong', {}, format(point?.values[index])))));

    drawing.addEventListener('pointermove', (event) => {
        const box = drawing.getBoundingClientRect();
        const at = start + (event.clientX - box.left) / box.width * (end - start);
        const nearest = points.reduce((/** @type {Point | undefined} */ best, each) =>
            !best || Math.abs(each.at - at) < Math.abs(best.at - at) ? each : best, undefined);
        if (!nearest) return;
        pointed = true;
        const x = (nearest.at - start) / (end - start) * width;
        for (const name of ['x1', 'x2']) cursor.setAttribute(name, String(x));
        cursor.classList.add('on');
        say(nearest, time.name(nearest.at));
    });
    drawing.addEventListener('pointerleave', () => {
        pointed = false;
        cursor.classList.remove('on');
        say(points.at(-1));
    });

    /**
     * @param {Point[]} fresh oldest first
     * @param {number} first moment
     * @param {number} last moment
     * @param {number} [top] of the scale; else the highest value
     * @param {TimeScale} [scaleOfTime]
     */
    const show = (fresh, first, last, top, scaleOfTime) => {
        [points, start, end, time] = [fresh, first, last, scaleOfTime ?? time];
        const highest = points.reduce((most, each) => each.values.reduce((/** @type {number} */ so, value) => Math.max(so, value ?? 0), most), 0);
        const scale = top && top >= highest ? top : niceTop(highest);
        // One that stands alone is a dot.
        lines.forEach((line, index) => line.setAttribute('d', runs(index, scale)
            .map((run) => `M${run.map((each) => each.join(' ')).join('L')}${run.length === 1 ? 'h0.1' : ''}`).join('')));
        area.setAttribute('d', names.length > 1 ? '' : runs(0, scale)
            .map((run) => `M${run[0]?.[0]} ${height}L${run.map((each) => each.join(' ')).join('L')}L${run.at(-1)?.[0]} ${height}Z`).join(''));
        const tail = points.at(-1);
        setText(topLabel, format(scale));
        setText(from, time.name(first));
        setText(to, time.name(last));
        drawing.setAttribute('aria-label', `${title}: ${names.map((name, index) => `${name} ${format(tail?.values[index])}`).join(', ')}`);
        if (!pointed) say(tail);
    };
    /** @param {Point} point */
    const x = (point) => ((point.at - start) / (end - start) * width).toFixed(1);
    /**
     * The line's points on the drawing, in pieces between which nothing was measured.
     * @param {number} index @param {number} scale
     */
    const runs = (index, scale) => {
        /** @type {[string, string][][]} */
        const pieces = [];
        let before = -Infinity;
        for (const point of points) {
            const value = point.values[index];
            if (value === undefined || value === null) continue;
            if (point.at - before > time.gap || pieces.length === 0) pieces.push([]);
            before = point.at;
            pieces.at(-1)?.push([x(point), (height - Math.min(1, value / scale) * (height - 2) - 1).toFixed(1)]);
        }
        return pieces;
    };
    return { element, show };
}

/**
 * A round number above a value: 1, 2, 5, 10, … times a power of 1024, as sizes are counted.
 * @param {number} value
 */
function niceTop(value) {
    if (value <= 0) return 1;
    const unit = 1024 ** Math.max(0, Math.floor(Math.log(value) / Math.log(1024)));
    return ([1, 2, 5, 10, 20, 50, 100, 200, 500].find((each) => each * unit >= value) ?? 1024) * unit;
}

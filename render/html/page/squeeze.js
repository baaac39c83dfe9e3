import {around, place, rest, taken, upTo} from './spans.js';

/**
 * Closes the gaps that hidden boxes leave in a figure, whatever its layout. The boxes
 * stand in rows, between which nothing is; where nothing joins them, those of a row
 * stand in columns beside each other. In a column, what hidden boxes took is taken out
 * wherever no visible box stands beside it. What is between columns and rows follows.
 * Only numbers come in and go out.
 *
 * @typedef {import('./spans.js').Span} Span
 * @typedef {import('./spans.js').Scale} Scale
 * @typedef {import('./frame.js').Frame} Frame
 * @typedef {import('./frame.js').Column} Column
 * @typedef {object} Squeeze
 * @property {number} width of the figure
 * @property {number} height
 * @property {(x: number, y: number) => [number, number]} at where a point goes
 * @property {{x: Span, y: Span}[]} boxes where they go, by number
 */

/**
 * @param {Frame} frame
 * @param {boolean[]} hidden by number of box
 * @param {Map<number, Span>} cores what a visible box needs at least of its height, where that is less
 * @returns {Squeeze}
 */
export function squeeze(frame, hidden, cores) {
  const zones = [{y: /** @type {Span} */ ([0, 0]), to: /** @type {Span} */ ([0, 0]), columns: /** @type {(Column & {scale: Scale})[]} */ ([])}];
  let end = 0;
  /** @type {(typeof zones)[0][]} gaps since the last visible row */
  let gaps = [];
  const gap = (/** @type {number} */ until) => {
    const before = zones[zones.length - 1].y[1];
    const zone = {y: /** @type {Span} */ ([before, until]), to: /** @type {Span} */ ([end, end]), columns: []};
    gaps.push(zone);
    zones.push(zone);
  };
  // Of the gaps around hidden rows the largest stays.
  const settle = (/** @type {number} */ from) => {
    const largest = gaps.reduce((a, b) => (b.y[1] - b.y[0] > a.y[1] - a.y[0] ? b : a));
    let at = end;
    for (const zone of zones.slice(from)) {
      zone.to = [at, at];
      if (zone === largest) zone.to[1] = at += zone.y[1] - zone.y[0];
    }
    end = at;
    gaps = [];
  };
  let since = 0;
  frame.rows.forEach((row, r) => {
    gap(row.y[0]);
    const above = row.y[0] - (frame.rows[r - 1]?.y[1] ?? 0);
    const below = (frame.rows[r + 1]?.y[0] ?? frame.height) - row.y[1];
    const columns = row.columns.map((c) => ({...c, scale: columnScale(frame, c, row.y, hidden, cores, [rest - above, rest - below]), empty: c.boxes.every((i) => hidden[i])}));
    const height = Math.max(0, ...columns.filter((c) => !c.empty).map((c) => c.scale.to[c.scale.to.length - 1]));
    const zone = {y: row.y, to: /** @type {Span} */ ([0, 0]), columns: /** @type {typeof columns} */ ([])};
    if (columns.every((c) => c.empty)) {
      zones.push(zone);
      return;
    }
    settle(since);
    for (const {scale} of columns) {
      if (row.y[1] > scale.from[scale.from.length - 1]) {
        scale.from.push(row.y[1]);
        scale.to.push(height);
      }
      scale.to = scale.to.map((v) => end + Math.min(v, height));
    }
    zone.columns = columns;
    zone.to = [end, end += height];
    zones.push(zone);
    since = zones.length;
  });
  gap(frame.height);
  settle(since);
  const across = acrossScale(frame, hidden);
  /** @type {{x: Span, y: Span}[]} */
  const boxes = [];
  for (const {columns} of zones) {
    for (const {scale, boxes: own} of columns) {
      for (const i of own) {
        const {x, y} = frame.boxes[i];
        boxes[i] = {x: [place(across, x[0]), place(across, x[1])], y: [place(scale, y[0]), place(scale, y[1])]};
      }
    }
  }
  const starts = zones.map((z) => z.y[0]);
  return {
    width: place(across, frame.width),
    height: end,
    boxes,
    at(x, y) {
      // What lies on the border of two belongs to the upper one.
      const found = Math.max(0, upTo(starts, y));
      const zone = zones[found > 0 && starts[found] === y ? found - 1 : found];
      const {columns} = zone;
      let down = place({from: zone.y, to: zone.to}, y);
      if (columns.length) {
        const next = columns.findIndex((c) => x < c.x[1]);
        const right = columns[next < 0 ? columns.length - 1 : next];
        const left = columns[next - 1];
        down = place(right.scale, y);
        if (left && x < right.x[0]) {
          const share = (right.x[0] - x) / (right.x[0] - left.x[1]);
          down += (place(left.scale, y) - down) * share;
        }
      }
      return [place(across, x), down];
    },
  };
}

/**
 * Where the heights of a column go, from the top of its row on.
 *
 * @param {Frame} frame
 * @param {Column} column
 * @param {Span} row
 * @param {boolean[]} hidden
 * @param {Map<number, Span>} cores
 * @param {Span} ends
 */
function columnScale(frame, column, row, hidden, cores, ends) {
  const {from, to} = taken(column.y, ...parts(frame, column.boxes, hidden, 'y', cores), 0, ends);
  return {from: [row[0], ...from], to: [0, ...to.map((v) => v - row[0])]};
}

/** A gap across that is not worth moving boxes for, px. */
const narrow = 48;

/**
 * @param {Frame} frame
 * @param {boolean[]} hidden
 */
function acrossScale(frame, hidden) {
  const all = frame.boxes.map((_, i) => i);
  const [solid, pads, gone] = parts(frame, all, hidden, 'x', new Map());
  const reach = frame.boxes.map((b) => b.x).reduce(around, [frame.width, 0]);
  pads.push([0, reach[0]], [reach[1], frame.width]);
  return taken([0, frame.width], solid, pads, gone, narrow, [0, 0]);
}

/**
 * What of the boxes is to stay, which is their rims for panels, and what goes.
 *
 * @param {Frame} frame
 * @param {number[]} boxes
 * @param {boolean[]} hidden
 * @param {'x'|'y'} axis
 * @param {Map<number, Span>} cores
 * @returns {[Span[], Span[], Span[]]} solid, rims, gone
 */
function parts(frame, boxes, hidden, axis, cores) {
  /** @type {[Span[], Span[], Span[]]} */
  const [solid, rims, gone] = [[], [], []];
  for (const i of boxes) {
    const box = frame.boxes[i];
    const span = box[axis];
    const core = cores.get(i);
    if (hidden[i]) gone.push(span);
    else if (core) {
      solid.push(core);
      gone.push([span[0], core[0]], [core[1], span[1]]);
    } else if (!box.panel || frame.inside[i].length === 0) solid.push(span);
    else {
      const inner = frame.inside[i].map((k) => frame.boxes[k][axis]).reduce(around);
      const rim = Math.min(inner[0] - span[0], span[1] - inner[1]);
      rims.push([span[0], span[0] + rim], [span[1] - rim, span[1]]);
    }
  }
  return [solid, rims, gone];
}

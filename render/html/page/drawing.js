import {find, number} from './dom.js';

/**
 * The boxes and lines of the figure as they were drawn.
 *
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./spans.js').Span} Span
 * @typedef {object} Box
 * @property {Element} g its group
 * @property {Element[]} rects that have its size: itself; a title has none
 * @property {Span} x
 * @property {Span} y
 * @property {string} role
 * @property {Item|null} item
 * @property {boolean} more stands for further topics of its item
 * @property {Element[]} chips which stand in it, in groups of their own
 * @typedef {{g: Element, from: Box|undefined, to: Box|undefined, contains: boolean}} Line
 */

/**
 * Reads the figure from its attributes, which costs less than asking for its layout.
 *
 * @param {import('./app.js').App} app
 */
export function readDrawing(app) {
  /** @type {Box[]} */
  const boxes = [];
  /** @type {Map<string, Box>} */
  const byID = new Map();
  /** @type {Element[]} */
  const edges = [];
  for (const g of app.svg.querySelectorAll('g[class]')) {
    if (g.classList.contains('edge')) edges.push(g);
    else if (g.id || find(g, ':scope > rect')) {
      const box = readBox(g, app.course.items);
      const before = boxes[boxes.length - 1];
      if (box.role === 'chip' && before && isWithin(box, before)) before.chips.push(g);
      else boxes.push(box);
      if (g.id) byID.set(g.id, box);
    } else if (g.classList.contains('legend')) boxes.push(readBox(g, []));
  }
  const lines = edges.map((g) => ({
    g, from: byID.get(g.getAttribute('data-from') ?? ''), to: byID.get(g.getAttribute('data-to') ?? ''),
    contains: g.classList.contains('contains'),
  }));
  return {boxes, lines};
}

/**
 * @param {Element} g
 * @param {Item[]} items
 * @returns {Box}
 */
export function readBox(g, items) {
  const [, n, more] = /^n(\d+)(more)?$/.exec(g.id) ?? [];
  const all = [...g.getElementsByTagName('rect')];
  const rect = all[0];
  const [x, y] = rect ? areaOf(rect) : areaOfText(g);
  const rects = rect ? all.filter((r) => ['width', 'height'].every((name) => number(r, name) === number(rect, name))) : [];
  return {g, rects, x, y, role: g.classList[0], item: items[Number(n)] ?? null, more: Boolean(more), chips: []};
}

/**
 * What the text of a group takes at least.
 *
 * @param {Element} g
 * @returns {[Span, Span]}
 */
export function areaOfText(g) {
  /** @type {[Span, Span]} */
  const area = [[Infinity, -Infinity], [Infinity, -Infinity]];
  const add = (/** @type {number} */ left, /** @type {number} */ right, /** @type {number} */ top, /** @type {number} */ bottom) => {
    area[0] = [Math.min(area[0][0], left), Math.max(area[0][1], right)];
    area[1] = [Math.min(area[1][0], top), Math.max(area[1][1], bottom)];
  };
  for (const text of g.querySelectorAll('text[x]')) {
    const size = sizeOf(text);
    const width = [...(text.textContent ?? '')].reduce((sum, c) => sum + (c > '\u2e80' ? 1 : 0.6) * size, 0);
    const anchor = text.getAttribute('text-anchor');
    const left = number(text, 'x') - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
    add(left, left + width, number(text, 'y') - size, number(text, 'y') + 0.3 * size);
  }
  // Writing that is drawn as outlines, in units of which about a thousand are its size.
  for (const run of g.querySelectorAll('g[transform]')) {
    const [x, y, scale] = (run.getAttribute('transform')?.match(/-?[\d.]+/g) ?? []).map(Number);
    const end = Number(run.lastElementChild?.getAttribute('x') ?? 0);
    if (scale) add(x, x + (end + 500) * scale, y - 1000 * scale, y + 300 * scale);
  }
  return area[0][0] < area[0][1] ? area : [[0, 0], [0, 0]];
}

/**
 * The size of a text: that of the figure, where it has none itself.
 *
 * @param {Element|null} text
 */
export function sizeOf(text) {
  return Number(text?.closest('[font-size]')?.getAttribute('font-size'));
}

/**
 * @param {Element} rect
 * @returns {[Span, Span]}
 */
function areaOf(rect) {
  const [x, y] = [number(rect, 'x'), number(rect, 'y')];
  return [[x, x + number(rect, 'width')], [y, y + number(rect, 'height')]];
}

/**
 * @param {Box} a
 * @param {Box} b
 */
function isWithin(a, b) {
  return a.x[0] >= b.x[0] && a.x[1] <= b.x[1] && a.y[0] >= b.y[0] && a.y[1] <= b.y[1];
}

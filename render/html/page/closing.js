import {classed, number, set} from './dom.js';
import {areaOfText, readDrawing} from './drawing.js';
import {frameOf} from './frame.js';
import {around} from './spans.js';
import {squeeze} from './squeeze.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./drawing.js').Box} Box
 * @typedef {import('./drawing.js').Line} Line
 * @typedef {import('./spans.js').Span} Span
 * @typedef {import('./squeeze.js').Squeeze} Squeeze
 */

/** The least space above and below the writing of a box that gets lower, px. */
const padding = 14;

/**
 * Hides items in the figure and closes the gaps that they leave. What was there before
 * is restored to the letter.
 *
 * @param {App} app
 * @returns {(hidden: boolean[], shortened: boolean[]) => void} those hidden and those
 *   that hold something hidden, by number
 */
export function closing(app) {
  const {bands, svg} = app;
  const {boxes, lines} = readDrawing(app);
  const {width, height} = svg.viewBox.baseVal;
  const numbers = new Map(boxes.map((box, i) => [box, i]));
  const joined = lines.flatMap(({contains, from, to}) => (contains && from && to ? [/** @type {[number, number]} */ ([numbers.get(from), numbers.get(to)])] : []));
  const frame = frameOf(boxes.map((box) => ({x: box.x, y: box.y, panel: box.role === 'group'})), joined, width, height);
  /** @type {Map<string, number>} */
  const lowest = new Map();
  for (const {role, y} of boxes) lowest.set(role, Math.min(lowest.get(role) ?? Infinity, y[1] - y[0]));
  const page = [...svg.children].find((e) => e.localName === 'rect' && number(e, 'width') === width && number(e, 'height') === height);
  const change = changes();
  // What each band holds, and the svg itself.
  /** @type {Map<Element|null, {boxes: number[], lines: Line[]}>} */
  const parts = new Map();
  const partOf = (/** @type {Element} */ g) => {
    const part = parts.get(g.parentElement) ?? {boxes: [], lines: []};
    parts.set(g.parentElement, part);
    return part;
  };
  boxes.forEach(({g}, i) => partOf(g).boxes.push(i));
  for (const line of lines) partOf(line.g).lines.push(line);
  /** @type {Set<Element|null>} what is drawn as it was before */
  let stale = new Set();
  /** @type {boolean[]} */
  let hidden;
  /** @type {Squeeze} */
  let places;
  const draw = (/** @type {Element} */ of) => {
    const part = parts.get(of);
    if (!part || !stale.delete(of)) return;
    for (const i of part.boxes) {
      const box = boxes[i];
      for (const g of [box.g, ...box.chips]) classed(g, 'gone', hidden[i]);
      if (!hidden[i]) move(box, places.boxes[i], change);
    }
    for (const line of part.lines) {
      const gone = [line.from, line.to].some((end) => end && hidden[/** @type {number} */ (numbers.get(end))]);
      classed(line.g, 'gone', gone);
      if (!gone) bend(line, places.at, change);
    }
  };
  bands.on(draw);

  return (hiddenItems, shortened) => {
    hidden = boxes.map(({item, more}) => item !== null && (hiddenItems[item.n] || more && shortened[item.n]));
    frame.inside.forEach((inside, i) => {
      if (inside.length > 0) hidden[i] = inside.every((k) => hidden[k]);
    });
    /** @type {Map<number, Span>} */
    const cores = new Map();
    boxes.forEach((box, i) => {
      if (box.item && shortened[box.item.n] && !hidden[i] && box.rects.length > 0) cores.set(i, coreOf(box, lowest.get(box.role) ?? 0));
    });
    places = squeeze(frame, hidden, cores);
    const {width: w, height: h} = places;
    stale = new Set(parts.keys());
    draw(svg);
    bands.move((band) => {
      const there = parts.get(band)?.boxes.filter((i) => !hidden[i]).map((i) => places.boxes[i].y) ?? [];
      return there.length > 0 ? there.reduce(around) : undefined;
    });
    change(svg, 'viewBox', w === width && h === height ? null : `0 0 ${round(w)} ${round(h)}`);
    for (const element of page ? [svg, page] : [svg]) {
      change(element, 'width', w === width ? null : w);
      change(element, 'height', h === height ? null : h);
    }
  };
}

/**
 * What a box cannot do without: its writing, and the height of the lowest of its kind.
 *
 * @param {Box} box
 * @param {number} lowest
 * @returns {Span}
 */
function coreOf({g, y}, lowest) {
  const text = areaOfText(g)[1];
  const half = Math.min(y[1] - y[0], Math.max(lowest, text[1] - text[0] + 2 * padding)) / 2;
  const middle = (y[0] + y[1]) / 2;
  return [middle - half, middle + half];
}

/**
 * @param {Box} box
 * @param {{x: Span, y: Span}} to
 * @param {Change} change
 */
function move({g, rects, chips, x, y}, to, change) {
  const dx = round((to.x[0] + to.x[1] - x[0] - x[1]) / 2);
  const dy = round((to.y[0] + to.y[1] - y[0] - y[1]) / 2);
  for (const part of [g, ...chips]) change(part, 'transform', dx || dy ? `translate(${dx} ${dy})` : null);
  const wider = to.x[1] - to.x[0] - x[1] + x[0];
  const higher = to.y[1] - to.y[0] - y[1] + y[0];
  for (const rect of rects) {
    for (const [name, by] of /** @type {[string, number][]} */ ([['x', -wider / 2], ['width', wider], ['y', -higher / 2], ['height', higher]])) {
      change(rect, name, Math.abs(by) < 0.01 ? null : (was) => Number(was) + by);
    }
  }
}

/**
 * @param {Line} line
 * @param {Squeeze['at']} at
 * @param {Change} change
 */
function bend({g}, at, change) {
  for (const path of g.getElementsByTagName('path')) change(path, 'd', (was) => bent(was, at));
  for (const text of g.getElementsByTagName('text')) {
    const [x, y] = [number(text, 'x'), number(text, 'y')];
    const to = at(x, y);
    const [dx, dy] = [round(to[0] - x), round(to[1] - y)];
    change(text, 'transform', dx || dy ? `translate(${dx} ${dy})` : null);
  }
}

/**
 * A path of the commands M, L and C, point by point. An arrow's head keeps its form.
 *
 * @param {string} d
 * @param {Squeeze['at']} at
 */
export function bent(d, at) {
  const tokens = d.split(' ');
  const out = [];
  for (let i = 0; i < tokens.length; i++) {
    const x = Number(tokens[i]);
    if (Number.isNaN(x)) out.push(tokens[i]);
    else out.push(...at(x, Number(tokens[++i])).map(round));
  }
  return out.join(' ');
}

/**
 * Changes an attribute of an element to a value, or what a function makes of the value
 * that was drawn; null is as it was drawn.
 *
 * @callback Change
 * @param {Element} element
 * @param {string} name
 * @param {string|number|null|((was: string) => string|number)} value
 */

/** @returns {Change} */
function changes() {
  /** @type {WeakMap<Element, Record<string, string|null>>} */
  const drawn = new WeakMap();
  return (element, name, value) => {
    const all = drawn.get(element) ?? {};
    if (value === null && !(name in all)) return;
    drawn.set(element, all);
    if (!(name in all)) all[name] = element.getAttribute(name);
    const was = all[name];
    const now = typeof value === 'function' ? value(was ?? '') : value ?? was;
    const next = typeof now === 'number' ? String(round(now)) : now;
    if (next !== element.getAttribute(name)) set(element, {[name]: next});
  };
}

/** @param {number} v */
function round(v) {
  return Math.round(v * 100) / 100;
}

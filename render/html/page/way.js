import {holdersOf, itemAt, within} from './course.js';
import {classed, listen} from './dom.js';

/**
 * @typedef {import('./course.js').Item} Item
 */

/**
 * Lights up the way to the box that the learner points at, has the focus on or has
 * selected: what comes before it and, more quietly, what it leads to. The rest steps
 * back.
 *
 * @param {import('./app.js').App} app
 */
export function startWay(app) {
  const {course, figure, svg} = app;
  /** @type {Map<Element, string>} the class of each element that is lit */
  let lit = new Map();
  let pointed = /** @type {Item|null} */ (null);
  let focused = /** @type {Item|null} */ (null);
  let waiting = 0;
  /** @type {Map<string, Element[]>|null} */
  let lines = null;

  const update = () => {
    const item = pointed ?? focused ?? app.selected.get();
    const next = item?.box ? lights(item, (lines ??= linesOf(svg))) : new Map();
    for (const [element, name] of lit) if (next.get(element) !== name) classed(element, name, false);
    for (const [element, name] of next) if (lit.get(element) !== name) classed(element, name, true);
    lit = next;
    classed(svg, 'lit', [...next.values()].some((name) => name === 'before' || name === 'after'));
  };
  // Who only crosses boxes on the way elsewhere is not followed.
  const point = (/** @type {Item|null} */ item) => {
    if (item === pointed) return;
    pointed = item;
    clearTimeout(waiting);
    waiting = window.setTimeout(update, 100);
  };
  listen(svg, {pointerover: (e) => {
    if (e.pointerType !== 'touch') point(itemAt(course, e.target));
  }});
  listen(svg, {pointerleave: () => point(null)});
  listen(figure, {
    focusin: (e) => {
      const {target} = e;
      focused = target instanceof Element && target.matches(':focus-visible') ? itemAt(course, target) : null;
      update();
    },
    focusout: () => {
      focused = null;
      update();
    },
  });
  app.selected.on(update);
}

/**
 * All that comes before an item: what it and what holds it needs, what that holds, and
 * what these need.
 *
 * @param {Item} item
 * @returns {Set<Item>}
 */
function before(item) {
  /** @type {Set<Item>} */
  const found = new Set();
  const known = new Set([item, ...holdersOf(item)]);
  const open = [...known];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const first of next.needs) {
      for (const one of within(first)) {
        if (known.has(one)) continue;
        known.add(one);
        found.add(one);
        open.push(one, ...holdersOf(one).filter((holder) => !known.has(holder)));
      }
    }
  }
  return found;
}

/**
 * What an item leads to next, by itself or with what holds it.
 *
 * @param {Item} item
 * @returns {Item[]}
 */
function after(item) {
  return [item, ...holdersOf(item)].flatMap((one) => one.leads);
}

/**
 * The classes of all that is lit for an item.
 *
 * @param {Item} item
 * @param {Map<string, Element[]>} lines
 */
function lights(item, lines) {
  /** @type {Map<Element, string>} */
  const lit = new Map();
  const own = [item, ...holdersOf(item)];
  const [first, then] = [[...before(item)], after(item)];
  /** @type {(name: string, items: Item[]) => void} */
  const light = (name, items) => {
    for (const {box} of items) if (box && !lit.has(box)) lit.set(box, name);
  };
  /** @type {(name: string, from: Item[], to: Item[]) => void} */
  const join = (name, from, to) => {
    const ends = new Set(to.map(({n}) => 'n' + n));
    for (const {n} of from) {
      for (const line of lines.get('n' + n) ?? []) if (ends.has(line.getAttribute('data-to') ?? '')) lit.set(line, name);
    }
  };
  light('here', [item]);
  light('before', first);
  light('after', then);
  light('around', own);
  join('after', own, then);
  join('before', first, [...first, ...own]);
  return lit;
}

/**
 * The lines of prerequisites, by the box that they start at.
 *
 * @param {Element} svg
 */
function linesOf(svg) {
  return Map.groupBy(svg.querySelectorAll('.edge.requires'), (line) => line.getAttribute('data-from') ?? '');
}

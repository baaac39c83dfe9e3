import {inFigure} from './app.js';
import {itemAt} from './course.js';
import {classed, closest, find, set, shape} from './dom.js';
import {readBox} from './drawing.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 */

const radius = 13;

/** How far the middle of a handle is outside of the box's corner, px. */
const outside = 4;

/**
 * Round handles at the boxes that hold something, which fold them. They are made when
 * these have been shown, and no stop of the tab key: on a box a key folds.
 *
 * @param {App} app
 * @param {Item[]} holders
 * @returns {{turn: (item: Item, open: boolean) => void, on: (toggle: (item: Item) => void) => void}}
 */
export function handles(app, holders) {
  const {bands, course, figure, say, svg} = app;
  const counts = course.items.map(() => 0);
  for (const {n, parent} of [...course.items].reverse()) if (parent) counts[parent.n] += counts[n] + 1;
  const toLeft = document.documentElement.dir === 'rtl';
  /** @type {Map<Item, SVGGElement>} */
  const made = new Map();
  /** @type {Set<Item>} */
  const closed = new Set();

  const show = (/** @type {Item} */ item) => {
    const handle = made.get(item);
    if (!handle) return;
    const open = !closed.has(item);
    set(handle, {'aria-expanded': open});
    set(find(item.box, 'a'), {'aria-expanded': open});
    const text = /** @type {Element} */ (handle.lastElementChild);
    text.textContent = open ? '−' : '+' + counts[item.n];
    classed(text, 'long', !open && counts[item.n] > 99);
  };
  /** @param {SVGGraphicsElement} box behind a title, where its writing really ends, and at the corner of others */
  const place = (box) => {
    const {x, y, rects} = readBox(box, []);
    if (rects.length > 0) return [toLeft ? x[0] - outside : x[1] + outside, y[1] + outside];
    const title = box.getBBox();
    return [toLeft ? Math.max(radius + 1, title.x - 24) : Math.min(svg.viewBox.baseVal.width - radius - 1, title.x + title.width + 24), title.y + title.height / 2];
  };
  const make = () => {
    if (!inFigure(app)) return;
    const of = holders.flatMap((item) => item.box && !made.has(item) && bands.has(item.box) && item.children.some((child) => child.box) ? [{item, box: item.box, at: place(item.box)}] : []);
    for (const {item, box, at} of of) {
      const handle = shape('g', {
        class: 'fold', role: 'button', tabindex: -1, 'aria-label': say('inside', item.title, counts[item.n]), transform: `translate(${at.join(' ')})`,
      });
      handle.append(shape('circle', {r: radius}), shape('text', {y: 4}));
      box.append(handle);
      made.set(item, handle);
      show(item);
    }
  };
  const soon = () => {
    if ('requestIdleCallback' in window) requestIdleCallback(make, {timeout: 500});
    else setTimeout(make);
  };
  app.view.on(soon);
  bands.on(soon);
  soon();

  return {
    turn(item, open) {
      if (open) closed.delete(item);
      else closed.add(item);
      show(item);
    },
    on(toggle) {
      const handleAt = (/** @type {Event} */ event) => {
        const handle = closest(event.target, '.fold');
        return handle ? itemAt(course, handle) : null;
      };
      // Before anything else takes it for a click on the box.
      for (const type of ['click', 'keydown', 'pointerdown', 'dblclick']) {
        figure.addEventListener(type, (event) => {
          const item = handleAt(event);
          if (!item || event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
          event.stopPropagation();
          if (type === 'pointerdown') return;
          event.preventDefault();
          if (type !== 'dblclick') toggle(item);
        }, true);
      }
    },
  };
}

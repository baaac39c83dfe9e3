import {itemAt} from './course.js';
import {shape} from './dom.js';
import {readBox} from './drawing.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 */

/** How far the middle of a handle is outside of the box's corner, px. */
const outside = 4;

/**
 * Round handles at the boxes that hold something, which fold them. They are made when
 * the page has been shown, and no stop of the tab key: on a box a key folds.
 *
 * @param {App} app
 * @param {Item[]} holders
 * @returns {{turn: (item: Item, open: boolean) => void, on: (toggle: (item: Item) => void) => void}}
 */
export function handles(app, holders) {
  const {course, figure, say} = app;
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
    handle.setAttribute('aria-expanded', String(open));
    item.box?.querySelector('a')?.setAttribute('aria-expanded', String(open));
    const text = /** @type {Element} */ (handle.lastElementChild);
    text.textContent = open ? '−' : '+' + counts[item.n];
    text.classList.toggle('long', !open && counts[item.n] > 99);
  };
  const make = () => {
    for (const item of holders) {
      if (!item.box || !item.children.some((child) => child.box)) continue;
      const {x, y, rects} = readBox(item.box, []);
      const at = rects.length > 0 ? [toLeft ? x[0] - outside : x[1] + outside, y[1] + outside] : [(x[0] + x[1]) / 2, y[1] + 14];
      const handle = shape('g', {
        class: 'fold', role: 'button', tabindex: -1, 'aria-label': say('inside', item.title, counts[item.n]), transform: `translate(${at.join(' ')})`,
      });
      handle.append(shape('circle', {r: 13}), shape('text', {y: 4}));
      item.box.append(handle);
      made.set(item, handle);
      show(item);
    }
  };
  if ('requestIdleCallback' in window) requestIdleCallback(make, {timeout: 500});
  else setTimeout(make);

  return {
    turn(item, open) {
      if (open) closed.delete(item);
      else closed.add(item);
      show(item);
    },
    on(toggle) {
      const handleAt = (/** @type {Event} */ event) => {
        const handle = event.target instanceof Element && event.target.closest('.fold');
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

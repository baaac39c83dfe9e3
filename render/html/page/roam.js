import {itemAt} from './course.js';
import {reveal} from './view.js';

/**
 * @typedef {Element & HTMLOrSVGElement} Link
 * @typedef {{x: number, y: number}} Way
 */

/** @type {Record<string, Way>} */
const arrows = {ArrowLeft: {x: -1, y: 0}, ArrowRight: {x: 1, y: 0}, ArrowUp: {x: 0, y: -1}, ArrowDown: {x: 0, y: 1}};

/**
 * Lets keys move in the figure, which is one stop of the Tab key: arrows go to the next
 * box that way, Home and End to the first and the last, and Escape leaves.
 *
 * @param {import('./app.js').App} app
 */
export function startRoam(app) {
  const {bands, course, figure, svg} = app;
  for (const link of svg.querySelectorAll('a')) link.setAttribute('tabindex', '-1');
  /** @type {Link|null} */
  let stop = null;
  const stay = (/** @type {Link|null|undefined} */ link) => {
    if (!link || link === stop) return;
    stop?.setAttribute('tabindex', '-1');
    link.setAttribute('tabindex', '0');
    stop = link;
  };
  stay(svg.querySelector('a'));
  app.selected.on((item) => stay(item?.box?.querySelector('a')));

  // An svg that listens to focus would itself be a stop in Chromium.
  figure.addEventListener('focusin', (e) => {
    stay(/** @type {Element} */ (e.target).closest('a'));
    if (stop?.matches(':focus-visible')) reveal(stop, 'nearest', 'nearest', true);
  });
  svg.addEventListener('keydown', (e) => {
    if (isModified(e)) return;
    const here = itemAt(course, e.target)?.box;
    if (!here) return;
    if (e.key === 'Escape') stop?.blur();
    const way = arrows[e.key];
    if (!way && e.key !== 'Home' && e.key !== 'End') return;
    e.preventDefault();
    const boxes = course.items.flatMap(({box}) => (box?.querySelector('a') ? [box] : []));
    const shown = (/** @type {Element} */ box) => {
      bands.show(box);
      return !box.matches('.gone');
    };
    bands.show(here);
    const next = way ? nextBox(here, boxes.filter((box) => bands.has(box) && !box.matches('.gone')), way) : e.key === 'Home' ? boxes.find(shown) : boxes.findLast(shown);
    next?.querySelector('a')?.focus({preventScroll: true});
  });

  // Where nothing has the focus, keys move the figure, as they move a page.
  document.addEventListener('keydown', (e) => {
    const way = arrows[e.key];
    if (!way || isModified(e) || e.defaultPrevented || e.target !== document.body || app.view.get() !== 'figure') return;
    e.preventDefault();
    figure.scrollBy(way.x * 80, way.y * 80);
  });
}

/** @param {KeyboardEvent} e */
function isModified(e) {
  return e.ctrlKey || e.metaKey || e.altKey || e.shiftKey;
}

/**
 * The box that is next in a direction: rather a far one that is straight ahead than a
 * near one that is not.
 *
 * @param {Element} from
 * @param {Element[]} boxes
 * @param {Way} way
 */
function nextBox(from, boxes, way) {
  const here = outline(from);
  const [x, y] = middle(here);
  let best = null;
  let least = Infinity;
  for (const box of boxes) {
    const there = outline(box);
    const [toX, toY] = [middle(there)[0] - x, middle(there)[1] - y];
    const ahead = toX * way.x + toY * way.y;
    if (box === from || ahead <= (way.x ? here.width : here.height) / 4) continue;
    const beside = way.x ? gap(here.top, here.bottom, there.top, there.bottom) : gap(here.left, here.right, there.left, there.right);
    const cost = ahead + 4 * beside + Math.abs(way.x ? toY : toX) / 4;
    if (cost < least) [best, least] = [box, cost];
  }
  return best;
}

/**
 * Where a box is, without what stands beside it in its group.
 *
 * @param {Element} box
 */
function outline(box) {
  return (box.querySelector('.box, text') ?? box).getBoundingClientRect();
}

/** @param {DOMRect} of */
function middle(of) {
  return [of.left + of.width / 2, of.top + of.height / 2];
}

/**
 * How far two spans are apart; 0 if they overlap.
 *
 * @param {number} a
 * @param {number} b
 * @param {number} c
 * @param {number} d
 */
function gap(a, b, c, d) {
  return Math.max(0, c - b, a - d);
}

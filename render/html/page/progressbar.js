import {find, number, set, shape} from './dom.js';

/**
 * The icon on the corner of boxes that are in some state.
 *
 * @typedef {object} Mark
 * @property {string} id of what is drawn, in the figure
 * @property {number} x from the edge of the box
 * @property {number} y from its upper edge
 * @property {number} scale
 *
 * @typedef {Record<string, Record<string, Mark>>} Marks by role and state
 */

/**
 * Puts a mark on a box in the place of the one that it has.
 *
 * @param {Element} box
 * @param {Mark|undefined} mark
 * @param {boolean} fromRight where reading begins, of which the mark is on the other side
 */
export function drawMark(box, mark, fromRight) {
  find(box, '.mark')?.remove();
  const rect = find(box, '.box');
  if (!mark || !rect) return;
  const [x, y, width] = ['x', 'y', 'width'].map((name) => number(rect, name));
  (find(box, 'a') ?? box).append(shape('use', {
    class: 'mark', href: '#' + mark.id, transform: `translate(${(fromRight ? x : x + width) + mark.x} ${y + mark.y}) scale(${mark.scale})`,
  }));
}

/**
 * Fills the bar at the foot of a box, if it has one.
 *
 * @param {Element} box
 * @param {import('./states.js').Count} count
 * @param {boolean} fromRight where reading begins there
 */
export function drawBar(box, {done, doing, total}, fromRight) {
  const track = find(box, '.track');
  if (!track) return;
  const [x, width] = ['x', 'width'].map((name) => number(track, name));
  let below = /** @type {Element} */ (track); // nothing is drawn of what is not begun
  for (const [name, part] of /** @type {const} */ ([['doing', done + doing], ['done', done]])) {
    const long = width * (total && part / total);
    /** @type {Element|null} */
    let stretch = find(box, 'rect.' + name);
    if (!stretch) {
      if (!long) continue;
      stretch = set(/** @type {Element} */ (track.cloneNode()), {class: name});
      below.after(stretch);
    }
    below = stretch;
    set(stretch, {x: fromRight ? x + width - long : x, width: long});
  }
  const figures = find(box, 'text.figures');
  if (figures) figures.textContent = `${done}/${total}`;
}

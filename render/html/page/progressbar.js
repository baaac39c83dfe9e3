import {shape} from './dom.js';

/**
 * The icon on the corner of boxes that are in some state.
 *
 * @typedef {object} Mark
 * @property {string} id of what is drawn, in the figure
 * @property {number} x from the right edge of the box
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
 */
export function drawMark(box, mark) {
  box.querySelector('.mark')?.remove();
  const rect = box.querySelector('.box');
  if (!mark || !rect) return;
  const [x, y, width] = ['x', 'y', 'width'].map((name) => Number(rect.getAttribute(name)));
  (box.querySelector('a') ?? box).append(shape('use', {
    class: 'mark', href: '#' + mark.id, transform: `translate(${x + width + mark.x} ${y + mark.y}) scale(${mark.scale})`,
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
  const track = box.querySelector('.track');
  if (!track) return;
  const [x, width] = ['x', 'width'].map((name) => Number(track.getAttribute(name)));
  let below = track; // nothing is drawn of what is not begun
  for (const [name, part] of /** @type {const} */ ([['doing', done + doing], ['done', done]])) {
    const long = width * (total && part / total);
    let stretch = box.querySelector('rect.' + name);
    if (!stretch) {
      if (!long) continue;
      stretch = /** @type {Element} */ (track.cloneNode());
      stretch.setAttribute('class', name);
      below.after(stretch);
    }
    below = stretch;
    stretch.setAttribute('x', String(fromRight ? x + width - long : x));
    stretch.setAttribute('width', String(long));
  }
  const figures = box.querySelector('text.figures');
  if (figures) figures.textContent = `${done}/${total}`;
}

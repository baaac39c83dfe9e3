import {startGestures} from './gestures.js';

/**
 * A window on the figure: moving it is scrolling, and scaling gives it another width.
 * Another figure is seen at the place and the scale of the one before.
 *
 * @typedef {object} Window
 * @property {(content: HTMLElement, size: Size) => void} show
 * @property {(to: number|Fit) => void} zoom
 * @property {() => number} scale
 * @property {(listener: () => void) => void} on is told when the scale changes
 *
 * @typedef {{width: number, height: number}} Size
 * @typedef {'width'|'whole'} Fit
 * @typedef {import('../../../../render/html/page/view.js').Point} Point
 */

const nearest = 8;
const farthest = 0.02;
export const step = 1.25;

/**
 * @param {HTMLElement} figure
 * @returns {Window}
 */
export function startWindow(figure) {
  /** @type {HTMLElement|null} */
  let content = null;
  let size = {width: 1, height: 1};
  let scale = 1;
  /** @type {Fit|null} the scale follows the size of the window */
  let fit = 'width';
  /** @type {(() => void)[]} */
  const listeners = [];

  const fitting = () => {
    const [x, y] = [figure.clientWidth / size.width, figure.clientHeight / size.height];
    return Math.min(1, fit === 'whole' ? Math.min(x, y) : x);
  };

  const apply = () => {
    if (!content) return;
    content.style.width = size.width * scale + 'px';
    content.style.height = size.height * scale + 'px';
    for (const listener of listeners) listener();
  };

  /**
   * Scales so that what is at one point of the window comes to stand at another.
   *
   * @param {number} to
   * @param {Point} at
   * @param {Point} end
   */
  const scaleTo = (to, at, end) => {
    if (!content) return;
    const before = cornerOf(content, figure);
    const point = {x: (at.x - before.x) / scale, y: (at.y - before.y) / scale};
    scale = Math.max(farthest, Math.min(to, nearest));
    apply();
    const after = cornerOf(content, figure);
    figure.scrollBy({left: after.x + point.x * scale - end.x, top: after.y + point.y * scale - end.y, behavior: 'instant'});
  };
  const middle = () => ({x: figure.clientWidth / 2, y: figure.clientHeight / 2});

  /** @type {Window['zoom']} */
  const zoom = (to) => {
    fit = typeof to === 'string' ? to : null;
    const at = fit === 'width' ? {x: figure.clientWidth / 2, y: 0} : middle();
    scaleTo(typeof to === 'string' ? fitting() : to, at, at);
  };

  new ResizeObserver(() => {
    if (!fit || !content) return;
    scale = fitting();
    apply();
  }).observe(figure);

  startGestures({figure}, {
    scale: () => scale,
    zoom(to, at = middle(), end = at) {
      fit = null;
      scaleTo(to, at, end);
    },
    toggle(at) {
      if (scale >= 2 / step) return zoom('width');
      fit = null;
      scaleTo(scale * 2, at, at);
    },
  });

  return {
    zoom,
    scale: () => scale,
    on: (listener) => void listeners.push(listener),
    show(next, of) {
      const before = content && landmark(content, figure);
      const {scrollLeft: left, scrollTop: top} = figure;
      [content, size] = [next, of];
      next.classList.add('sheet');
      figure.replaceChildren(next);
      if (fit) scale = fitting();
      apply();
      figure.scrollTo({left, top, behavior: 'instant'});
      const now = before && left + top > 0 && find(next, before.href);
      if (!now) return;
      const to = cornerOf(now, figure);
      figure.scrollBy({left: to.x - before.x, top: to.y - before.y, behavior: 'instant'});
    },
  };
}

/**
 * @param {Element} of
 * @param {HTMLElement} figure
 * @returns {Point} in the window
 */
function cornerOf(of, figure) {
  const [inner, outer] = [of.getBoundingClientRect(), figure.getBoundingClientRect()];
  return {x: inner.left - outer.left - figure.clientLeft, y: inner.top - outer.top - figure.clientTop};
}

/**
 * The box that is nearest to the middle of the window, and where it is.
 *
 * @param {HTMLElement} content
 * @param {HTMLElement} figure
 */
function landmark(content, figure) {
  let best = null;
  let least = Infinity;
  for (const link of content.shadowRoot?.querySelectorAll('a[href]') ?? []) {
    const {x, y} = cornerOf(link, figure);
    const far = Math.hypot(x - figure.clientWidth / 2, y - figure.clientHeight / 2);
    if (far < least) [best, least] = [{href: link.getAttribute('href') ?? '', x, y}, far];
  }
  return best;
}

/**
 * @param {HTMLElement} content
 * @param {string} href
 */
function find(content, href) {
  const all = content.shadowRoot?.querySelectorAll('a[href]') ?? [];
  return [...all].find((link) => link.getAttribute('href') === href);
}

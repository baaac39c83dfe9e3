import {classed, consume, listen} from './dom.js';

/**
 * @typedef {import('./view.js').View} View
 * @typedef {import('./view.js').Point} Point
 */

/**
 * Moves and scales the figure by mouse, wheel and fingers. One finger and the wheel
 * scroll, as everywhere; browsers do that.
 *
 * @param {{figure: HTMLElement}} app what has the window
 * @param {View} view
 */
export function startGestures({figure}, view) {
  /** @type {(e: {clientX: number, clientY: number}) => Point} */
  const at = (e) => {
    const area = figure.getBoundingClientRect();
    return {x: e.clientX - area.left - figure.clientLeft, y: e.clientY - area.top - figure.clientTop};
  };
  // Fingers on a touchpad that move apart are told as a wheel with this key.
  listen(figure, {wheel: (e) => {
    if (!e.ctrlKey && !e.metaKey) return;
    e.preventDefault();
    const notch = 25; // a wheel turns in large steps, fingers in small ones
    const turned = Math.max(-notch, Math.min(e.deltaMode ? e.deltaY * notch : e.deltaY, notch));
    view.zoom(view.scale() * Math.exp(-turned / 100), at(e));
  }}, {passive: false});
  listen(figure, {dblclick: (e) => {
    if (e.target instanceof Element && !e.target.closest('a')) view.toggle(at(e));
  }});
  drag(figure);
  pinch(figure, view, at);
}

/**
 * Lets the mouse drag what is in an element. What was dragged was not clicked.
 *
 * @param {HTMLElement} area
 */
function drag(area) {
  /** @type {{x: number, y: number, left: number, top: number}|null} */
  let from = null;
  let moved = false;
  const end = () => {
    from = null;
    classed(area, 'dragged', false);
  };
  listen(area, {
    pointerdown: (e) => {
      moved = false;
      if (e.pointerType !== 'mouse' || e.button !== 0 || isOnScrollbar(area, e)) return;
      from = {x: e.clientX, y: e.clientY, left: area.scrollLeft, top: area.scrollTop};
    },
    pointermove: (e) => {
      if (!from) return;
      const [x, y] = [e.clientX - from.x, e.clientY - from.y];
      if (!moved && Math.hypot(x, y) < 5) return;
      if (!moved) area.setPointerCapture(e.pointerId);
      moved = true;
      classed(area, 'dragged', true);
      area.scrollTo({left: from.left - x, top: from.top - y, behavior: 'instant'});
    },
    pointerup: end,
    pointercancel: end,
    dragstart: (e) => e.preventDefault(), // links can be dragged elsewhere
  });
  listen(area, {click: (e) => {
    if (moved) consume(e);
  }}, true);
}

/**
 * @param {HTMLElement} area
 * @param {MouseEvent} e
 */
function isOnScrollbar(area, e) {
  const {left, top} = area.getBoundingClientRect();
  return e.target === area && (e.clientX - left >= area.clientWidth || e.clientY - top >= area.clientHeight);
}

/**
 * Lets two fingers scale and move.
 *
 * @param {HTMLElement} area
 * @param {View} view
 * @param {(e: Touch) => Point} at
 */
function pinch(area, view, at) {
  /** @type {{x: number, y: number, apart: number}|null} */
  let before = null;
  /** @param {TouchEvent} e */
  const touched = (e) => {
    if (e.touches.length !== 2) {
      before = null;
      return;
    }
    if (e.cancelable) e.preventDefault();
    const [a, b] = [at(e.touches[0]), at(e.touches[1])];
    const now = {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y))};
    if (before) view.zoom(view.scale() * (now.apart / before.apart), before, now);
    before = now;
  };
  listen(area, {touchstart: touched, touchmove: touched, touchend: touched, touchcancel: touched}, {passive: false});
}

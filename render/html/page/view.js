import {find} from './dom.js';
import {sizeOf} from './drawing.js';
import {startGestures} from './gestures.js';

/**
 * Where the figure is looked at. Moving it is scrolling, so that everything works that
 * browsers do with what can be scrolled, and costs nothing; only scaling is ours. A
 * transform scales without a new layout, which text of another size would need.
 *
 * @typedef {object} View
 * @property {() => number} scale
 * @property {(scale: number, at?: Point, to?: Point) => void} zoom to a scale: what is at
 *   one point of the area comes to stand at the other, or stays where it is
 * @property {(at: Point) => void} toggle between closer and all of the width
 *
 * @typedef {{x: number, y: number}} Point in the figure's area, px from its corner
 */

const step = 1.25;
const nearest = 4;
const farthest = 0.02;

/**
 * Shows the figure as wide as its area at first, and then whatever part of it the
 * learner wants.
 *
 * @param {import('./app.js').App} app
 */
export function startView(app) {
  const {bands, figure, svg} = app;
  const {baseVal: size} = svg.viewBox;
  const area = {width: 0, height: 0};
  let scale = 1;
  let margin = {x: 0, y: 0}; // beside a figure that is smaller than its area
  let corner = {x: 0, y: 0}; // where it is scrolled to; browsers round that
  const width = () => between(smallest(svg), area.width / size.width, 1);
  const whole = () => between(farthest, Math.min(area.width / size.width, area.height / size.height), 1);
  /** @type {(() => number)|null} what the scale is to be in an area of any size */
  let fit = width;

  const scrolled = () => {
    if (Math.abs(figure.scrollLeft - corner.x) >= 1) corner.x = figure.scrollLeft;
    if (Math.abs(figure.scrollTop - corner.y) >= 1) corner.y = figure.scrollTop;
    return corner;
  };

  const look = () => bands.look((scrolled().y - margin.y) / scale, area.height / scale);
  figure.addEventListener('scroll', look);

  /** @type {View['zoom']} */
  const zoom = (to, from = {x: area.width / 2, y: area.height / 2}, end = from) => {
    const {x, y} = scrolled();
    to = between(Math.min(whole(), 1 / nearest), to, nearest);
    const point = {x: (x + from.x - margin.x) * (to / scale), y: (y + from.y - margin.y) * (to / scale)};
    scale = to;
    fit = null;
    const [w, h] = [size.width * scale, size.height * scale];
    margin = {x: Math.max(0, (area.width - w) / 2), y: Math.max(0, (area.height - h) / 2)};
    corner = {x: between(0, point.x + margin.x - end.x, w - area.width), y: between(0, point.y + margin.y - end.y, h - area.height)};
    svg.style.transform = `translate(${margin.x}px, ${margin.y}px) scale(${scale})`;
    figure.scrollTo({left: corner.x, top: corner.y, behavior: 'instant'});
    look();
  };

  /** @param {() => number} to a scale that is kept when the window changes */
  const follow = (to) => {
    zoom(to(), {x: area.width / 2, y: 0});
    fit = to;
  };

  /** @param {Element} box */
  const isSeen = (box) => {
    const [of, all] = [box.getBoundingClientRect(), svg.getBoundingClientRect()];
    const {x, y} = scrolled();
    const [left, top] = [of.left - all.left + margin.x - x, of.top - all.top + margin.y - y];
    return left >= 0 && top >= 0 && left + of.width <= area.width && top + of.height <= area.height;
  };

  // What was at the middle of the upper edge stays there, and the selected box in view.
  const resize = () => {
    const before = {...area};
    const {clientWidth, clientHeight} = figure;
    if (!clientWidth || clientWidth === before.width && clientHeight === before.height) return;
    const box = app.selected.get()?.box;
    const seen = before.width > 0 && box && isSeen(box);
    Object.assign(area, {width: clientWidth, height: clientHeight});
    const following = fit;
    zoom(following ? following() : scale, {x: before.width / 2, y: 0}, {x: area.width / 2, y: 0});
    fit = following;
    if (seen) reveal(box, 'nearest');
    else if (!before.width) reveal(box ?? find(svg, 'g[id] > a'), box ? 'center' : 'nearest', 'center');
  };

  const measure = () => {
    svg.style.width = size.width + 'px';
    svg.style.height = size.height + 'px';
    if (area.width) zoom(scale, {x: 0, y: 0});
  };
  measure();
  // Folding makes the figure another size.
  new MutationObserver(measure).observe(svg, {attributeFilter: ['viewBox']});
  new ResizeObserver(resize).observe(figure);

  app.selected.on((item) => {
    bands.show(item?.box);
    if (!item?.box || !area.width) return;
    const {width} = area;
    resize(); // the panel has opened: what was scaled just now cannot move smoothly
    if (!isSeen(item.box)) reveal(item.box, 'center', 'center', width === area.width);
  });

  startGestures(app, {scale: () => scale, zoom, toggle(at) {
    if (scale < 2 / step) zoom(scale * 2, at);
    else follow(width);
  }});
  const only = /** @type {const} */ ('figure');
  app.commands.push(
    {name: 'zoom-in', keys: ['+', '='], icon: '+', only, run: () => zoom(scale * step)},
    {name: 'zoom-out', keys: ['-', '−'], icon: '−', only, run: () => zoom(scale / step)},
    {name: 'fit-width', keys: ['0'], icon: 'fit', only, run: () => follow(width)},
    {name: 'fit-whole', keys: ['9'], menu: true, only, run: () => follow(whole)},
    {name: 'full-size', keys: ['1'], menu: true, only, run: () => zoom(1)},
  );
}

/**
 * Brings an element of the figure into view.
 *
 * @param {Element|null} box
 * @param {ScrollLogicalPosition} block
 * @param {ScrollLogicalPosition} [inline]
 * @param {boolean} [moves] whether one may see how it comes
 */
export function reveal(box, block, inline = block, moves = false) {
  const smooth = moves && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  box?.scrollIntoView({block, inline, behavior: smooth ? 'smooth' : 'instant'});
}

/**
 * The scale at which the writing of most boxes is as small as can be read.
 *
 * @param {SVGSVGElement} svg
 */
function smallest(svg) {
  return Math.min(1, 9 / (sizeOf(find(svg, '.topic text')) || 24));
}

/**
 * @param {number} low
 * @param {number} value
 * @param {number} high
 */
function between(low, value, high) {
  return Math.max(low, Math.min(value, high));
}

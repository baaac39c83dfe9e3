import {holdersOf} from './course.js';
import {find, set, shape} from './dom.js';
import {readBox, sizeOf} from './drawing.js';
import {around} from './spans.js';

/**
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./spans.js').Span} Span
 */

/** The sides of a sheet that both A4 and Letter have room for, in sizes of writing of 5 pt. */
const [short, long] = [103, 141];

/** How much larger writing is to be where a longer figure is made smaller for one sheet. */
const larger = 1.4;

/** How long that sheet is for its width, upright and on its side. */
const [upright, lying] = [1.337, 0.676];

/** The most sheets of a figure: of a longer one the list is easier to handle. */
const most = 60;

/** What is shown around the boxes of a sheet, where it is cut, px. */
const rim = 18;

/**
 * The figure for paper, as pictures of which none needs more than a sheet: browsers do
 * not tell how large that is, and cut through boxes where it ends. A part or a section
 * is all on one sheet, unless that is too much of it or takes too many, and then its
 * title is not left alone. So boxes that stand beside each other can be on different sheets.
 *
 * @param {import('./app.js').App} app
 * @returns {{paper: 'upright'|'lying'|'list', sheets: Element[]}} how the paper lies; of
 *   a figure that cannot be read on it the list is printed
 */
export function sheetsOf({course, svg}) {
  const {width, height} = svg.viewBox.baseVal;
  const writing = sizeOf(find(svg, '.topic text') ?? svg) || 18;
  const isWide = width > Math.min(height, short * writing);
  const [across, down, limit] = isWide ? [long, short, lying * width] : [short, long, upright * width];
  if (width > across * writing || height > most * limit) return {paper: 'list', sheets: []};

  const pieces = [.../** @type {NodeListOf<SVGElement>} */ (svg.querySelectorAll(':scope > :not(defs, .band, .gone), .band > :not(.gone)'))].map((g) => {
    const {x, y, role, item} = readBox(g, course.items);
    const [dx, dy] = (g.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [0, 0];
    return {g, role, item, x: [x[0] + dx, x[1] + dx], y: /** @type {Span} */ ([y[0] + dy, y[1] + dy])};
  });
  const boxes = pieces.filter(({g, role}) => g.localName === 'g' && role !== 'edge' && role !== 'group').sort((a, b) => a.y[0] - b.y[0]);
  /** @type {Map<Item, Span>} what items take with all that they hold */
  const takes = new Map();
  let last = /** @type {Item|null} */ (null);
  for (const piece of pieces) {
    last = piece.item = piece.role === 'chip' ? last : piece.item; // a chip stands in a box
    for (const of of last ? [last, ...holdersOf(last)] : []) takes.set(of, around(takes.get(of) ?? piece.y, piece.y));
  }
  const spanOf = (/** @type {Item} */ item) => takes.get(item) ?? [0, 0];
  /** @type {{at: number, to: number, shown: typeof boxes}[]} */
  let cuts = [];
  for (const together of [0.8, 0.4]) {
    const isShort = (/** @type {Item} */ item) => spanOf(item)[1] - spanOf(item)[0] < together * limit;
    /** @type {(item: Item) => number} */
    const endOf = (item) => {
      const first = item.children.find((child) => takes.has(child));
      return first && !isShort(item) ? endOf(first) : spanOf(item)[1];
    };
    const ends = new Map(boxes.map((box) => {
      const {item, y} = box;
      return [box, item ? Math.max(y[1], endOf([item, ...holdersOf(item)].findLast(isShort) ?? item)) : y[1]];
    }));
    cuts = [];
    for (let at = 0, rest = boxes; rest.length;) {
      const isLast = height * larger <= down * writing || height - at <= limit;
      const fits = rest.filter((box) => isLast || (ends.get(box) ?? 0) <= at + limit - rim);
      const shown = fits.length ? fits : rest.filter(({y}) => y[1] <= rest[0].y[1]);
      const here = new Set(shown);
      rest = rest.filter((box) => !here.has(box));
      const next = Math.min(height + rim, ...rest.map(({y}) => y[0]));
      cuts.push({at, to: rest.length ? Math.max(...shown.map(({y}) => y[1] + rim), Math.min(next, at + limit)) : height, shown});
      at = next - rim;
    }
    if (cuts.length < 2 + 1.2 * height / limit) break;
  }
  if (cuts.length > most) return {paper: 'list', sheets: []};

  const sheets = cuts.map(({at, to, shown}) => {
    const sheet = shape('svg', {});
    for (const {name, value} of svg.attributes) if (name !== 'style') set(sheet, {[name]: value});
    set(sheet, {viewBox: `0 ${at} ${width} ${to - at}`, width: null, height: null});
    const here = new Set(shown.map(({g}) => g));
    const ids = new Set(shown.map(({g}) => g.id));
    for (const {g, role, x, y} of pieces) {
      if (role === 'edge' ? ids.has(g.dataset.from ?? '') || ids.has(g.dataset.to ?? '')
        : role === 'group' ? shown.some((box) => box.x[0] >= x[0] && box.x[1] <= x[1] && box.y[0] >= y[0] && box.y[1] <= y[1])
        : g.localName !== 'g' || here.has(g)) sheet.append(g.cloneNode(true));
    }
    return sheet;
  });
  return {paper: isWide ? 'lying' : 'upright', sheets};
}

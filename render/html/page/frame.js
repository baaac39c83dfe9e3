import {around, runs} from './spans.js';

/**
 * @typedef {import('./spans.js').Span} Span
 * @typedef {{x: Span, y: Span, panel: boolean}} Box a panel lies behind boxes
 * @typedef {object} Frame how the boxes of a figure stand to each other
 * @property {Box[]} boxes
 * @property {number[][]} inside the boxes on each panel, by number
 * @property {Row[]} rows from top to bottom
 * @property {number} width
 * @property {number} height
 * @typedef {{y: Span, columns: Column[]}} Row
 * @typedef {{x: Span, y: Span, boxes: number[]}} Column
 */

/**
 * @param {Box[]} boxes
 * @param {[number, number][]} joined pairs of boxes, by number, that are to stay side by side
 * @param {number} width
 * @param {number} height
 * @returns {Frame}
 */
export function frameOf(boxes, joined, width, height) {
  const order = boxes.map((_, i) => i).sort((a, b) => boxes[a].y[0] - boxes[b].y[0]);
  const pairs = sideBySide(boxes, joined);
  /** @type {Row[]} */
  const rows = [];
  for (const row of runs([...order.map((i) => [i, i]), ...pairs].map(([a, b]) => ({span: around(boxes[a].y, boxes[b].y), a, b})))) {
    const columns = runs(row.members.map(({a, b}) => ({span: around(boxes[a].x, boxes[b].x), a, b}))).map(({span, members}) => {
      const own = members.filter(({a, b}) => a === b).map(({a}) => a);
      return {x: span, y: own.map((i) => boxes[i].y).reduce(around), boxes: own};
    });
    rows.push({y: row.span, columns});
  }
  return {boxes, inside: boxes.map((box) => (box.panel ? within(box, boxes, order) : [])), rows, width, height};
}

/**
 * Those pairs whose first box stands beside the others that it is joined with, not
 * above or below them.
 *
 * @param {Box[]} boxes
 * @param {[number, number][]} joined
 */
function sideBySide(boxes, joined) {
  /** @type {Map<number, Span>} */
  const reach = new Map();
  for (const [a, b] of joined) reach.set(a, around(reach.get(a) ?? boxes[b].y, boxes[b].y));
  return joined.filter(([a]) => {
    const middle = (boxes[a].y[0] + boxes[a].y[1]) / 2;
    const [from, to] = /** @type {Span} */ (reach.get(a));
    return middle >= from && middle <= to;
  });
}

/**
 * @param {Box} panel
 * @param {Box[]} boxes
 * @param {number[]} order by their upper edges
 */
function within(panel, boxes, order) {
  let low = 0;
  for (let high = order.length; low < high;) {
    const middle = (low + high) >> 1;
    if (boxes[order[middle]].y[0] < panel.y[0]) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (; low < order.length && boxes[order[low]].y[0] < panel.y[1]; low++) {
    const {x, y, panel: other} = boxes[order[low]];
    if (!other && x[0] >= panel.x[0] && x[1] <= panel.x[1] && y[1] <= panel.y[1]) found.push(order[low]);
  }
  return found;
}

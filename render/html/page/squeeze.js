/**
 * Closes the gaps that hidden boxes leave in a figure, whatever its layout. The boxes
 * stand in rows, between which nothing is; where nothing joins them, those of a row
 * stand in columns beside each other. In a column, what hidden boxes took is taken out
 * wherever no visible box stands beside it. What is between columns and rows follows.
 * Only numbers come in and go out.
 *
 * @typedef {[number, number]} Span from, to
 * @typedef {{x: Span, y: Span, panel: boolean}} Box a panel lies behind boxes
 * @typedef {object} Frame how the boxes of a figure stand to each other
 * @property {Box[]} boxes
 * @property {number[][]} inside the boxes on each panel, by number
 * @property {Row[]} rows from top to bottom
 * @property {number} width
 * @property {number} height
 * @typedef {{y: Span, columns: Column[]}} Row
 * @typedef {{x: Span, y: Span, boxes: number[]}} Column
 * @typedef {{from: number[], to: number[]}} Scale where numbers go: linear between those told
 * @typedef {object} Squeeze
 * @property {number} width of the figure
 * @property {number} height
 * @property {(x: number, y: number) => [number, number]} at where a point goes
 * @property {{x: Span, y: Span}[]} boxes where they go, by number
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

/**
 * @param {Frame} frame
 * @param {boolean[]} hidden by number of box
 * @param {Map<number, Span>} cores what a visible box needs at least of its height, where that is less
 * @returns {Squeeze}
 */
export function squeeze(frame, hidden, cores) {
  const zones = [{y: /** @type {Span} */ ([0, 0]), to: /** @type {Span} */ ([0, 0]), columns: /** @type {(Column & {scale: Scale})[]} */ ([])}];
  let end = 0;
  /** @type {(typeof zones)[0][]} gaps since the last visible row */
  let gaps = [];
  const gap = (/** @type {number} */ until) => {
    const before = zones[zones.length - 1].y[1];
    const zone = {y: /** @type {Span} */ ([before, until]), to: /** @type {Span} */ ([end, end]), columns: []};
    gaps.push(zone);
    zones.push(zone);
  };
  // Of the gaps around hidden rows the largest stays.
  const settle = (/** @type {number} */ from) => {
    const largest = gaps.reduce((a, b) => (b.y[1] - b.y[0] > a.y[1] - a.y[0] ? b : a));
    let at = end;
    for (const zone of zones.slice(from)) {
      zone.to = [at, at];
      if (zone === largest) zone.to[1] = at += zone.y[1] - zone.y[0];
    }
    end = at;
    gaps = [];
  };
  let since = 0;
  frame.rows.forEach((row, r) => {
    gap(row.y[0]);
    const above = row.y[0] - (frame.rows[r - 1]?.y[1] ?? 0);
    const below = (frame.rows[r + 1]?.y[0] ?? frame.height) - row.y[1];
    const columns = row.columns.map((c) => ({...c, scale: columnScale(frame, c, row.y, hidden, cores, [rest - above, rest - below]), empty: c.boxes.every((i) => hidden[i])}));
    const height = Math.max(0, ...columns.filter((c) => !c.empty).map((c) => c.scale.to[c.scale.to.length - 1]));
    const zone = {y: row.y, to: /** @type {Span} */ ([0, 0]), columns: /** @type {typeof columns} */ ([])};
    if (columns.every((c) => c.empty)) {
      zones.push(zone);
      return;
    }
    settle(since);
    for (const {scale} of columns) {
      if (row.y[1] > scale.from[scale.from.length - 1]) {
        scale.from.push(row.y[1]);
        scale.to.push(height);
      }
      scale.to = scale.to.map((v) => end + Math.min(v, height));
    }
    zone.columns = columns;
    zone.to = [end, end += height];
    zones.push(zone);
    since = zones.length;
  });
  gap(frame.height);
  settle(since);
  const across = acrossScale(frame, hidden);
  /** @type {{x: Span, y: Span}[]} */
  const boxes = [];
  for (const {columns} of zones) {
    for (const {scale, boxes: own} of columns) {
      for (const i of own) {
        const {x, y} = frame.boxes[i];
        boxes[i] = {x: [place(across, x[0]), place(across, x[1])], y: [place(scale, y[0]), place(scale, y[1])]};
      }
    }
  }
  const starts = zones.map((z) => z.y[0]);
  return {
    width: place(across, frame.width),
    height: end,
    boxes,
    at(x, y) {
      // What lies on the border of two belongs to the upper one.
      const found = Math.max(0, upTo(starts, y));
      const zone = zones[found > 0 && starts[found] === y ? found - 1 : found];
      const {columns} = zone;
      let down = place({from: zone.y, to: zone.to}, y);
      if (columns.length) {
        const next = columns.findIndex((c) => x < c.x[1]);
        const right = columns[next < 0 ? columns.length - 1 : next];
        const left = columns[next - 1];
        down = place(right.scale, y);
        if (left && x < right.x[0]) {
          const share = (right.x[0] - x) / (right.x[0] - left.x[1]);
          down += (place(left.scale, y) - down) * share;
        }
      }
      return [place(across, x), down];
    },
  };
}

/**
 * Where the heights of a column go, from the top of its row on.
 *
 * @param {Frame} frame
 * @param {Column} column
 * @param {Span} row
 * @param {boolean[]} hidden
 * @param {Map<number, Span>} cores
 * @param {Span} ends
 */
function columnScale(frame, column, row, hidden, cores, ends) {
  const {from, to} = taken(column.y, ...parts(frame, column.boxes, hidden, 'y', cores), 0, ends);
  return {from: [row[0], ...from], to: [0, ...to.map((v) => v - row[0])]};
}

/** The least that is left between two boxes that come to stand below each other, px. */
const rest = 28;

/** A gap across that is not worth moving boxes for, px. */
const narrow = 48;

/**
 * @param {Frame} frame
 * @param {boolean[]} hidden
 */
function acrossScale(frame, hidden) {
  const all = frame.boxes.map((_, i) => i);
  const [solid, pads, gone] = parts(frame, all, hidden, 'x', new Map());
  const reach = frame.boxes.map((b) => b.x).reduce(around, [frame.width, 0]);
  pads.push([0, reach[0]], [reach[1], frame.width]);
  return taken([0, frame.width], solid, pads, gone, narrow, [0, 0]);
}

/**
 * What of the boxes is to stay, which is their rims for panels, and what goes.
 *
 * @param {Frame} frame
 * @param {number[]} boxes
 * @param {boolean[]} hidden
 * @param {'x'|'y'} axis
 * @param {Map<number, Span>} cores
 * @returns {[Span[], Span[], Span[]]} solid, rims, gone
 */
function parts(frame, boxes, hidden, axis, cores) {
  /** @type {[Span[], Span[], Span[]]} */
  const [solid, rims, gone] = [[], [], []];
  for (const i of boxes) {
    const box = frame.boxes[i];
    const span = box[axis];
    const core = cores.get(i);
    if (hidden[i]) gone.push(span);
    else if (core) {
      solid.push(core);
      gone.push([span[0], core[0]], [core[1], span[1]]);
    } else if (!box.panel || frame.inside[i].length === 0) solid.push(span);
    else {
      const inner = frame.inside[i].map((k) => frame.boxes[k][axis]).reduce(around);
      const rim = Math.min(inner[0] - span[0], span[1] - inner[1]);
      rims.push([span[0], span[0] + rim], [span[1] - rim, span[1]]);
    }
  }
  return [solid, rims, gone];
}

/**
 * Takes out what is gone between solid things, and of the gaps beside it all but the
 * largest. Beside rims no gap is left: they are gaps themselves. At the ends so much is
 * left as is told.
 *
 * @param {Span} range
 * @param {Span[]} solid
 * @param {Span[]} rims
 * @param {Span[]} gone
 * @param {number} least what is less than this stays
 * @param {Span} ends
 * @returns {Scale}
 */
function taken(range, solid, rims, gone, least, ends) {
  const fixed = runs([...solid.map((span) => ({span, rim: false})), ...rims.map((span) => ({span, rim: true})),
    {span: /** @type {Span} */ ([range[0], range[0]]), rim: true}, {span: /** @type {Span} */ ([range[1], range[1]]), rim: true}]);
  const holes = runs(gone.map((span) => ({span})));
  const from = [range[0]];
  const to = [range[0]];
  let at = range[0];
  const goes = (/** @type {number} */ until, /** @type {boolean} */ stays, left = 0) => {
    at += stays ? until - from[from.length - 1] : left;
    from.push(until);
    to.push(at);
  };
  let h = 0;
  fixed.forEach(({span, members}, k) => {
    const start = from[from.length - 1];
    const end = span[0];
    /** @type {Span[]} */
    const cuts = [];
    while (h < holes.length && holes[h].span[1] <= start) h++;
    for (let i = h; i < holes.length && holes[i].span[0] < end; i++) {
      cuts.push([Math.max(start, holes[i].span[0]), Math.min(end, holes[i].span[1])]);
    }
    const touchesRim = members.some((m) => m.rim && m.span[0] === end) || k > 0 && fixed[k - 1].members.some((m) => m.rim && m.span[1] === start);
    const between = [...cuts, /** @type {Span} */ ([end, end])].map(([a], i) => a - (i ? cuts[i - 1][1] : start));
    const kept = touchesRim ? 0 : Math.max(...between);
    const left = start === range[0] ? ends[0] : end === range[1] ? ends[1] : touchesRim ? 0 : rest - kept;
    const longest = cuts.reduce((best, [a, b], i) => (b - a > cuts[best][1] - cuts[best][0] ? i : best), 0);
    if (cuts.length === 0 || end - start - kept < least) goes(end, true);
    else {
      const stay = touchesRim ? -1 : between.indexOf(kept);
      cuts.forEach(([a, b], i) => {
        goes(a, i === stay);
        goes(b, false, i === longest ? Math.min(b - a, Math.max(0, left)) : 0);
      });
      goes(end, stay === cuts.length);
    }
    goes(span[1], true);
  });
  return {from, to};
}

/**
 * Joins what overlaps.
 *
 * @template {{span: Span}} T
 * @param {T[]} of
 * @returns {{span: Span, members: T[]}[]} in order
 */
function runs(of) {
  /** @type {{span: Span, members: T[]}[]} */
  const list = [];
  for (const member of [...of].sort((a, b) => a.span[0] - b.span[0])) {
    const last = list[list.length - 1];
    if (last && member.span[0] <= last.span[1]) {
      last.span = around(last.span, member.span);
      last.members.push(member);
    } else list.push({span: [...member.span], members: [member]});
  }
  return list;
}

/**
 * @param {Span} a
 * @param {Span} b
 * @returns {Span}
 */
function around(a, b) {
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

/**
 * The last of ascending numbers that is not above a value.
 *
 * @param {number[]} numbers
 * @param {number} value
 */
function upTo(numbers, value) {
  let low = 0;
  for (let high = numbers.length; low < high;) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * @param {Scale} scale
 * @param {number} value
 */
function place({from, to}, value) {
  const last = from.length - 1;
  const i = Math.max(0, upTo(from, value));
  if (i === last || value <= from[0]) return to[i] + value - from[i];
  const length = from[i + 1] - from[i];
  return to[i] + (length ? ((value - from[i]) / length) * (to[i + 1] - to[i]) : 0);
}

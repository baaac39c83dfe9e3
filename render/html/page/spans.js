/**
 * @typedef {[number, number]} Span from, to
 * @typedef {{from: number[], to: number[]}} Scale where numbers go: linear between those told
 */

/** The least that is left between two boxes that come to stand below each other, px. */
export const rest = 28;

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
export function taken(range, solid, rims, gone, least, ends) {
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
export function runs(of) {
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
export function around(a, b) {
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

/**
 * The last of ascending numbers that is not above a value.
 *
 * @param {number[]} numbers
 * @param {number} value
 */
export function upTo(numbers, value) {
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
export function place({from, to}, value) {
  const last = from.length - 1;
  const i = Math.max(0, upTo(from, value));
  if (i === last || value <= from[0]) return to[i] + value - from[i];
  const length = from[i + 1] - from[i];
  return to[i] + (length ? ((value - from[i]) / length) * (to[i + 1] - to[i]) : 0);
}

/**
 * Finds what became of the items of an outline when the course changed, as graph.Diff
 * does of whole courses.
 *
 * @typedef {object} Entry an item of an outline
 * @property {string} id
 * @property {string} kind
 * @property {string} title
 * @property {number} parent its place in the outline, −1 for a root
 */

const alike = 0.5; // how like each other titles are of what was renamed
const alikeThere = 0.25; // at the same place
const maxPairs = 40000; // of siblings that are compared by title
const maxCompared = 64; // letters
const gone = -2; // the place of a parent that has no partner

/**
 * The partner of each new entry: its place in the old outline, or −1.
 *
 * @param {Entry[]} olds each after its parent
 * @param {Entry[]} news likewise
 * @returns {number[]}
 */
export function match(olds, news) {
  const toNew = olds.map(() => -1);
  const toOld = news.map(() => -1);
  const [had, has] = [olds, news].map((of) => Map.groupBy(of.keys(), (i) => of[i].parent));
  let pairs = 0;
  const pair = (/** @type {number|undefined} */ o, /** @type {number|undefined} */ n) => {
    if (o === undefined || n === undefined || toNew[o] >= 0 || toOld[n] >= 0) return;
    toNew[o] = n;
    toOld[n] = o;
    pairs++;
  };

  /**
   * Pairs what is left of a kind, in groups that have a key in common, of which the
   * parent may be a part: for old entries its partner.
   *
   * @param {string} kind
   * @param {(title: string, parent: number) => string} by
   * @param {(olds: number[], news: number[], key: string) => void} each
   */
  const step = (kind, by, each) => {
    const left = (/** @type {Entry[]} */ of, /** @type {number[]} */ partner, /** @type {(i: number) => number} */ parent) =>
      Map.groupBy([...of.keys()].filter((i) => partner[i] < 0 && of[i].kind === kind), (i) => by(slug(of[i].title), parent(i)));
    const waiting = left(olds, toNew, (o) => (olds[o].parent < 0 ? -1 : toNew[olds[o].parent] < 0 ? gone : toNew[olds[o].parent]));
    for (const [key, list] of left(news, toOld, (n) => news[n].parent)) each(waiting.get(key) ?? [], list, key);
  };
  // The same title and partners as parents.
  const bySibling = (/** @type {string} */ kind) => step(kind, (title, parent) => parent + ' ' + title, (from, to) => from.forEach((o, i) => pair(o, to[i])));
  // A title that is found once among the rest of each: it was moved.
  const byTitle = (/** @type {string} */ kind) => step(kind, (title) => title, (from, to, title) => {
    if (title && from.length === 1 && to.length === 1) pair(from[0], to[0]);
  });
  // Siblings that were renamed, the most similar first.
  const byLikeness = (/** @type {string} */ kind) => step(kind, (_, parent) => String(parent), (from, to) => {
    if (from.length * to.length > maxPairs) return;
    const only = from.length === 1 && to.length === 1;
    const found = from.flatMap((o) => to.map((n) => ({o, n, like: Math.max(likeness(olds[o].title, news[n].title), sharedChildren(o, n))})))
      .filter(({o, n, like}) => like >= alike || ((like >= alikeThere || only) && samePlace(o, n)));
    for (const {o, n} of found.sort((a, b) => b.like - a.like)) pair(o, n);
  });
  const sharedChildren = (/** @type {number} */ o, /** @type {number} */ n) =>
    shared((had.get(o) ?? []).map((c) => slug(olds[c].title)), (has.get(n) ?? []).map((c) => slug(news[c].title)));
  // Whether the neighbours are partners, or missing on both sides.
  const samePlace = (/** @type {number} */ o, /** @type {number} */ n) => [-1, 1].every((way) => {
    const [a, b] = [beside(had.get(olds[o].parent), o, way), beside(has.get(news[n].parent), n, way)];
    return a === undefined ? b === undefined : toNew[a] === b;
  });

  const at = new Map(olds.map(({id}, o) => [id, o]));
  news.forEach(({id}, n) => pair(at.get(id), n));
  for (const kind of ['part', 'section', 'topic']) for (const pairUp of [bySibling, byTitle, byLikeness]) pairUp(kind);
  for (let before = -1; before < pairs; ) { // sub-topics, whose parents have partners only now
    before = pairs;
    bySibling('topic');
    byLikeness('topic');
  }
  return toOld;
}

/**
 * The neighbour of a number in a list.
 *
 * @param {number[]} list
 * @param {number} of
 * @param {number} way −1 or 1
 */
const beside = (list = [], of, way) => list[list.indexOf(of) + way];

/**
 * A title as it is compared: letters and digits, with single hyphens.
 *
 * @param {string} title
 */
export function slug(title) {
  return title.toLowerCase().replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\p{Alphabetic} -]/gu, '').replace(/[ -]+/g, '-').replace(/^-|[-\ufe0f]+$/g, '');
}

/**
 * How like each other two titles are, from 0 to 1: by words that they share, or letters.
 *
 * @param {string} a
 * @param {string} b
 */
function likeness(a, b) {
  const [x, y] = [slug(a), slug(b)];
  if (!x || !y) return 0;
  return Math.max(byLetters([...x], [...y]), shared(x.split('-'), y.split('-')));
}

/**
 * The Dice coefficient of two lists.
 *
 * @param {string[]} a
 * @param {string[]} b
 */
function shared(a, b) {
  if (a.length + b.length === 0) return 0;
  const left = new Set(a);
  return (2 * b.filter((s) => left.delete(s)).length) / (a.length + b.length);
}

/**
 * @param {string[]} a
 * @param {string[]} b
 */
function byLetters(a, b) {
  const longest = Math.max(a.length, b.length);
  if (longest > maxCompared) return 0;
  /** @type {number[]} */
  let before = [];
  let last = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return 1 - last[b.length] / longest;
}

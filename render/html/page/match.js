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

/**
 * The partner of each new entry: its place in the old outline, or −1.
 *
 * @param {Entry[]} olds each after its parent
 * @param {Entry[]} news likewise
 * @returns {number[]}
 */
export function match(olds, news) {
  const m = new Matching(olds, news);
  m.byID();
  for (const kind of ['part', 'section', 'topic']) {
    m.bySibling(kind);
    m.byTitle(kind);
    m.byLikeness(kind);
  }
  for (let before = -1; before < m.pairs; ) { // sub-topics, whose parents have partners only now
    before = m.pairs;
    m.bySibling('topic');
    m.byLikeness('topic');
  }
  return m.toOld;
}

class Matching {
  /**
   * @param {Entry[]} olds
   * @param {Entry[]} news
   */
  constructor(olds, news) {
    this.olds = olds;
    this.news = news;
    this.toNew = olds.map(() => -1);
    this.toOld = news.map(() => -1);
    this.pairs = 0;
    this.oldChildren = childrenOf(olds);
    this.newChildren = childrenOf(news);
  }

  /** @param {number} o @param {number} n */
  pair(o, n) {
    this.toNew[o] = n;
    this.toOld[n] = o;
    this.pairs++;
  }

  byID() {
    const at = new Map(this.olds.map(({id}, o) => [id, o]));
    this.news.forEach(({id}, n) => {
      const o = at.get(id);
      if (o !== undefined && this.toNew[o] < 0) this.pair(o, n);
    });
  }

  /** @param {string} kind */
  open(kind) {
    const left = (/** @type {Entry[]} */ of, /** @type {number[]} */ partner) => [...of.keys()].filter((i) => partner[i] < 0 && of[i].kind === kind);
    return {olds: left(this.olds, this.toNew), news: left(this.news, this.toOld)};
  }

  /** Where an old entry would stand in the new outline: its parent; undefined if that is gone. @param {number} o */
  place(o) {
    const p = this.olds[o].parent;
    if (p < 0) return -1;
    return this.toNew[p] < 0 ? undefined : this.toNew[p];
  }

  /** Pairs what has the same title and partners as parents. @param {string} kind */
  bySibling(kind) {
    const {olds, news} = this.open(kind);
    const waiting = grouped(news, (n) => this.news[n].parent + ' ' + slug(this.news[n].title));
    for (const o of olds) {
      const p = this.place(o);
      const n = p === undefined ? undefined : waiting.get(p + ' ' + slug(this.olds[o].title))?.shift();
      if (n !== undefined) this.pair(o, n);
    }
  }

  /** Pairs what has a title that is found once among the rest of each: it was moved. @param {string} kind */
  byTitle(kind) {
    const {olds, news} = this.open(kind);
    const from = grouped(olds, (o) => slug(this.olds[o].title));
    const to = grouped(news, (n) => slug(this.news[n].title));
    for (const [title, [o, ...more]] of from) {
      const found = to.get(title) ?? [];
      if (title && more.length === 0 && found.length === 1) this.pair(o, found[0]);
    }
  }

  /** Pairs siblings that were renamed, the most similar first. @param {string} kind */
  byLikeness(kind) {
    const {olds, news} = this.open(kind);
    const from = grouped(olds, (o) => this.place(o));
    for (const [p, list] of grouped(news, (n) => this.news[n].parent)) this.pairAlike(from.get(p) ?? [], list);
  }

  /** @param {number[]} olds @param {number[]} news */
  pairAlike(olds, news) {
    if (olds.length * news.length > maxPairs) return;
    const only = olds.length === 1 && news.length === 1;
    const found = [];
    for (const o of olds) {
      for (const n of news) {
        const like = Math.max(likeness(this.olds[o].title, this.news[n].title), this.sharedChildren(o, n));
        if (like >= alike || ((like >= alikeThere || only) && this.samePlace(o, n))) found.push({o, n, like});
      }
    }
    for (const {o, n} of found.sort((a, b) => b.like - a.like)) {
      if (this.toNew[o] < 0 && this.toOld[n] < 0) this.pair(o, n);
    }
  }

  /** @param {number} o @param {number} n */
  sharedChildren(o, n) {
    const titles = (/** @type {Entry[]} */ of, /** @type {number[][]} */ children, /** @type {number} */ i) => children[i + 1].map((c) => slug(of[c].title));
    return shared(titles(this.olds, this.oldChildren, o), titles(this.news, this.newChildren, n));
  }

  /** Whether the neighbours are partners, or missing on both sides. @param {number} o @param {number} n */
  samePlace(o, n) {
    const was = this.oldChildren[this.olds[o].parent + 1];
    const is = this.newChildren[this.news[n].parent + 1];
    return [-1, 1].every((step) => {
      const a = was[was.indexOf(o) + step];
      const b = is[is.indexOf(n) + step];
      return a === undefined ? b === undefined : this.toNew[a] === b;
    });
  }
}

/**
 * What each entry holds, behind what is a root.
 *
 * @param {Entry[]} of
 */
function childrenOf(of) {
  /** @type {number[][]} */
  const children = Array.from({length: of.length + 1}, () => []);
  of.forEach(({parent}, i) => children[parent + 1].push(i));
  return children;
}

/**
 * @template K
 * @param {number[]} list
 * @param {(i: number) => K} by
 */
function grouped(list, by) {
  /** @type {Map<K, number[]>} */
  const groups = new Map();
  for (const i of list) {
    const key = by(i);
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  return groups;
}

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
export function shared(a, b) {
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

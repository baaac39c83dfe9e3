import {holdersOf, states} from './course.js';
import {slug} from './match.js';
import {unplaced} from './record.js';

/**
 * Progress as text: the overlays and task lists that the program reads, too.
 *
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./course.js').State} State
 * @typedef {ReturnType<typeof unplaced>} Unplaced
 */

/**
 * The learner's words as an overlay in JSON.
 *
 * @param {App} app
 */
export function toJSON({store}) {
  const said = [...store.words()].sort(([a], [b]) => a.n - b.n).map(([{id}, state]) => [id, state]);
  return JSON.stringify(Object.fromEntries(said), null, 2) + '\n';
}

/**
 * The course as task lists in Markdown, and in a comment at the end what is not in it.
 *
 * @param {App} app
 * @param {Unplaced} rest
 */
export function toTasks({store, course, name}, rest) {
  const lines = [`# ${escaped(name)}`, '<!-- roadmap: outline -->'];
  let open = false; // a list
  const write = (/** @type {Item} */ item, /** @type {number} */ depth) => {
    const isTopic = item.kind === 'topic';
    if (!open || !isTopic) lines.push('');
    open = isTopic;
    if (isTopic) {
      lines.push('  '.repeat(depth) + task(item, store.state(item)));
    } else {
      lines.push(`${item.kind === 'part' ? '##' : '###'} ${escaped(item.title)}`);
      const said = remark(item, store.said(item));
      if (said) lines.push(said);
    }
    for (const child of item.children) write(child, isTopic ? depth + 1 : 0);
  };
  for (const item of course.roots) write(item, 0);
  if (rest.length > 0) {
    lines.push('', '<!--', ...rest.map(({id, state}) => `${JSON.stringify(id).replace(/[<>-]/g, (c) => '\\u00' + c.charCodeAt(0).toString(16))}: ${state}`), '-->');
  }
  return lines.join('\n') + '\n';
}

/**
 * An item of a task list, as the program writes it: a topic's name is in bold type, and
 * behind a box that only note-taking programs know none is read so.
 *
 * @param {Item} item
 * @param {State} state
 */
function task(item, state) {
  const isDone = state === 'done';
  return `- [${isDone ? 'x' : ' '}] **${escaped(item.title)}** ${remark(item, isDone || state === 'todo' ? '' : state)}`.trimEnd();
}

/**
 * What a comment says of an item; '' for nothing.
 *
 * @param {Item} item
 * @param {State} state
 */
function remark({optional}, state) {
  const said = [state && 'status=' + state, optional && 'optional'].filter((of) => of).join(' ');
  return said && `<!-- roadmap: ${said} -->`;
}

/**
 * Text in which nothing is Markdown, nor the number of an item.
 *
 * @param {string} text
 */
function escaped(text) {
  return (/^\d/.test(text) ? '<!-- -->' : '') + text.replace(/[\\`*_[\]<>~#|&!:]/g, '\\$&').replace(/^[-+=]/, '\\$&');
}

/**
 * What a text says, by names, and by the names of what holds these where the text has
 * them.
 *
 * @typedef {{name: string, above: string[], state: State}} Said
 */

/**
 * Reads an overlay, as JSON or lines of YAML, or a task list.
 *
 * @param {string} text
 * @returns {Said[]|null} null for what is none of them
 */
export function readText(text) {
  text = text.replace(/^\ufeff/, '');
  const tasks = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX~/>-]\][ \t]/m.test(text);
  const isLong = text.split('\n').some((of) => of.length > longest);
  return readJSON(text) ?? (isLong ? null : tasks ? readTasks(text) : readLines(text));
}

/** @param {string} text */
function readJSON(text) {
  try {
    const entries = Object.entries(JSON.parse(text));
    return entries.every(([, state]) => isState(state)) ? entries.map(([name, state]) => ({name, above: [], state: /** @type {State} */ (state)})) : null;
  } catch {
    return null;
  }
}

/** @param {unknown} state */
const isState = (state) => states.some((known) => known === state);

const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*:\s/;
const value = /:\s+(["']?)(todo|doing|done|skipped)\1(?:\s*,)?(?:\s*#.*)?$/;
const longest = 1 << 14; // of a line that patterns are tried on

/**
 * What a line of YAML, or of JSON, says; null for what is none.
 *
 * @param {string} text
 * @returns {Said|null}
 */
function lineIn(text) {
  text = text.trim();
  const key = quoted.exec(text);
  const from = key ? key[0].lastIndexOf(':') : 0;
  const found = value.exec(text.slice(from));
  if (!found || (key ? found.index > 0 : found.index === 0 || /^["'#]/.test(text))) return null;
  return {name: key ? nameIn(key) : text.slice(0, found.index).trim(), above: [], state: /** @type {State} */ (found[2])};
}

/** @param {string} text */
function readLines(text) {
  /** @type {Said[]} */
  const said = [];
  const lines = text.replace(/^\s*\{|\}\s*$/g, '').split(/\r?\n/);
  for (const of of lines) {
    if (/^\s*(#.*|---|\.\.\.)?$/.test(of)) continue;
    const found = lineIn(of);
    if (!found) return null;
    said.push(found);
  }
  return said.length > 0 ? said : null;
}

/** @param {RegExpExecArray} found */
function nameIn([, double, single]) {
  if (double !== undefined) {
    try {
      return JSON.parse(`"${double}"`);
    } catch {
      return double;
    }
  }
  return single.replaceAll("''", "'");
}

/** @type {Record<string, State>} */
const boxes = {' ': 'todo', x: 'done', X: 'done', '-': 'skipped', '/': 'doing', '~': 'doing', '>': 'doing'};

/** @param {string} text */
function readTasks(text) {
  /** @type {Said[]} */
  const said = [];
  /** @type {{depth: number, title: string}[]} */
  const path = [];
  /** @type {{name: string, above: string[]}|undefined} */
  let last;
  const enter = (/** @type {number} */ depth, /** @type {string} */ text) => {
    while (path.length > 0 && path[path.length - 1].depth >= depth) path.pop();
    const name = titleIn(text);
    last = {name, above: path.map(({title}) => title)};
    path.push({depth, title: name});
  };
  for (const of of text.split(/\r?\n/)) {
    const heading = /^(#{1,6})[ \t]+((?:.*[^ \t#])?)[ \t#]*$/.exec(of);
    const task = /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[([ xX~/>-])\][ \t]+)?(.*)$/.exec(of);
    const status = /<!--\s*roadmap:[^<>]*\bstatus="?(todo|doing|done|skipped)\b/.exec(of)?.[1];
    const other = lineIn(of);
    if (heading) enter(heading[1].length - 10, heading[2]);
    else if (task) enter(task[1].replaceAll('\t', '    ').length, task[3]);
    const state = heading ? '' : status ?? (task?.[2] && boxes[task[2]]);
    if (state && last) said.push({...last, state: /** @type {State} */ (state)});
    else if (!heading && !task && other) said.push(other);
  }
  return said;
}

/**
 * The name in an item of a list: what is in bold type, or a link, or stands before a
 * colon.
 *
 * @param {string} text
 */
function titleIn(text) {
  text = text.replace(/<!--(?:(?!<!--).)*?-->/g, '').trim();
  const bold = /^(?:\*\*|__)((?:\\.|[^\\])+?)(?:\*\*|__)/.exec(text);
  const link = /^\[((?:\\.|[^\\\]])+)\]\(/.exec(bold ? bold[1] : text);
  return (link ? link[1] : bold ? bold[1] : text).replace(/\\([!-/:-@[-`{-~])/g, '$1').trim();
}

/**
 * What is said of items, and the names that the course does not have, or has several
 * times.
 *
 * @param {Said[]} said
 * @param {import('./course.js').Course} course
 * @returns {{entries: Map<Item, State>, missing: Said[]}}
 */
export function placed(said, course) {
  const titles = Map.groupBy(course.items, ({title}) => slug(title));
  /** @type {Map<Item, State>} */
  const entries = new Map();
  const missing = [];
  for (const of of said) {
    const {name, above, state} = of;
    const item = course.byID.get(name) ?? choose(titles.get(slug(name)) ?? titles.get(slug(name.replace(/:.*/, ''))) ?? [], above);
    if (item) entries.set(item, state);
    else missing.push(of);
  }
  return {entries, missing};
}

/**
 * The one of several items of a title that stands where the text has it.
 *
 * @param {Item[]} items
 * @param {string[]} above
 */
function choose(items, above) {
  if (items.length < 2) return items[0];
  const held = new Set(above.map(slug));
  const score = items.map((item) => holdersOf(item).filter(({title}) => held.has(slug(title))).length);
  const most = Math.max(...score);
  const best = items.filter((_, i) => score[i] === most);
  return best.length === 1 ? best[0] : undefined;
}

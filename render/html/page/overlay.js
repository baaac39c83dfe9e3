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
export function toJSON({store, course}) {
  const lines = course.items.flatMap((item) => {
    const state = store.words().get(item);
    return state ? [`  ${JSON.stringify(item.id)}: "${state}"`] : [];
  });
  return lines.length > 0 ? `{\n${lines.join(',\n')}\n}\n` : '{}\n';
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
    if (item.kind === 'topic') {
      if (!open) lines.push('');
      lines.push(`${'  '.repeat(depth)}- ${task(item.title, store.state(item))}${item.optional ? ' <!-- roadmap: optional -->' : ''}`);
    } else {
      lines.push('', `${item.kind === 'part' ? '##' : '###'} ${escaped(item.title)}`);
      const said = [store.said(item) ? 'status=' + store.said(item) : '', item.optional ? 'optional' : ''].join(' ').trim();
      if (said) lines.push(`<!-- roadmap: ${said} -->`);
    }
    open = item.kind === 'topic';
    for (const child of item.children) write(child, item.kind === 'topic' ? depth + 1 : 0);
  };
  for (const item of course.roots) write(item, 0);
  if (rest.length > 0) {
    lines.push('', '<!--', ...rest.map(({id, state}) => `${JSON.stringify(id).replace(/[<>-]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))}: ${state}`), '-->');
  }
  return lines.join('\n') + '\n';
}

/**
 * An item of a task list, as the program writes it: a topic's name is in bold type, and
 * behind a box that only note-taking programs know none is read so.
 *
 * @param {string} title
 * @param {State} state
 */
function task(title, state) {
  const said = state === 'doing' || state === 'skipped' ? ` <!-- roadmap: status=${state} -->` : '';
  return `[${state === 'done' ? 'x' : ' '}] **${escaped(title)}**${said}`;
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
  const enter = (/** @type {number} */ depth, /** @type {string} */ title) => {
    while (path.length > 0 && path[path.length - 1].depth >= depth) path.pop();
    const above = path.map((of) => of.title);
    path.push({depth, title});
    return above;
  };
  for (const of of text.split(/\r?\n/)) {
    const heading = /^(#{1,6})[ \t]+((?:.*[^ \t#])?)[ \t#]*$/.exec(of);
    const task = /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[([ xX~/>-])\][ \t]+)?(.*)$/.exec(of);
    const status = /<!--\s*roadmap:[^<>]*\bstatus="?(todo|doing|done|skipped)\b/.exec(of)?.[1];
    const other = lineIn(of);
    if (heading) {
      enter(heading[1].length - 10, titleIn(heading[2]));
    } else if (task) {
      const name = titleIn(task[3]);
      const above = enter(task[1].replaceAll('\t', '    ').length, name);
      const state = status ?? (task[2] && boxes[task[2]]);
      if (state) said.push({name, above, state: /** @type {State} */ (state)});
    } else if (status && path.length > 0) {
      said.push({name: path[path.length - 1].title, above: path.slice(0, -1).map((p) => p.title), state: /** @type {State} */ (status)});
    } else if (other) {
      said.push(other);
    }
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
  /** @type {Map<string, Item[]>} */
  const titles = new Map();
  for (const item of course.items) {
    const title = slug(item.title);
    titles.set(title, [...(titles.get(title) ?? []), item]);
  }
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

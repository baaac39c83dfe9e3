import {closest, disclosure, element, find, listOf, listen} from './dom.js';
import {fill} from './bars.js';
import {saying} from './mark.js';
import {placed, readText, toJSON, toTasks} from './overlay.js';
import {copyable, fromHash, linkOf} from './shared.js';
import {undo} from './statemenu.js';
import {difference} from './store.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./course.js').State} State
 * @typedef {import('./mark.js').Words} Words
 * @typedef {import('./memory.js').Memory} Memory
 */

const shown = 50; // of a list

/**
 * The dialog of the learner's progress: what to learn next, and how to take the progress
 * along. It is made anew whenever it opens.
 *
 * @param {App} app
 * @param {Memory} memory
 * @returns {(taking?: Words) => void} opens it; with what another said, to take that over
 */
export function learnedDialog(app, memory) {
  const {say, store} = app;
  const dialog = element('dialog', {id: 'rv:learned', 'aria-label': say('progress')});
  document.body.append(dialog);
  const done = (/** @type {string} */ text) => {
    dialog.close();
    app.tell(text, {name: say('undo'), run: () => undo(app)});
  };
  listen(dialog, {close: () => {
    if (!dialog.open) dialog.replaceChildren(); // unless it was opened again meanwhile
  }});
  return (taking) => {
    const bar = element('span', {class: 'count'});
    fill(app, bar, store.total(), app.name);
    const close = element('button', {class: 'close', click: () => dialog.close()}, say('close'));
    const top = element('div', {class: 'top'}, element('h2', {}, say('progress')), close);
    if (taking) {
      dialog.replaceChildren(top, preview(app, {words: taking, missing: []}, done));
    } else {
      dialog.replaceChildren(top, bar, next(app, dialog),
        fold(say('export'), () => exports(app, memory)),
        fold(say('import'), () => imports(app, done)),
        fold(say('share'), () => [element('p', {}, say('share-how')), copyable(app, linkOf(app))]),
        fold(say('reset'), () => resets(app, done)),
        lost(app, memory));
    }
    dialog.showModal();
  };
}

/**
 * @param {string} title
 * @param {() => Node[]} content made when it is first seen
 */
function fold(title, content) {
  const body = element('div');
  const details = disclosure({name: 'rv:learned', toggle: () => {
    if (details.open && !body.firstChild) body.append(...content());
  }}, title, body);
  return details;
}

/** @param {App} app @param {HTMLDialogElement} dialog */
function next(app, dialog) {
  const all = app.store.next();
  const list = element('ol', {class: 'next', click: (e) => {
    if (closest(e.target, 'a')) dialog.close();
  }});
  for (const item of all.slice(0, 10)) {
    const link = find(item.element, 'a.title')?.cloneNode(true);
    if (link) list.append(element('li', {}, link, item.parent ? element('span', {class: 'in'}, ' ' + item.parent.title) : null));
  }
  return element('section', {}, element('h3', {}, app.say('next-up')), all.length > 0 ? list : element('p', {}, app.say(app.store.total().total ? 'nothing-open' : 'nothing')));
}

/** @param {App} app @param {Memory} memory */
function exports(app, memory) {
  const {say} = app;
  const formats = [
    {name: say('as-json'), file: 'progress.json', type: 'application/json', text: () => toJSON(app)},
    {name: say('as-tasks'), file: 'progress.md', type: 'text/markdown', text: () => toTasks(app, memory.unplaced())},
  ];
  return formats.flatMap(({name, file, type, text}) => [element('h4', {}, name), copyable(app, text(), {file, type})]);
}

/** @param {App} app @param {(text: string) => void} done */
function imports(app, done) {
  const {say} = app;
  const out = element('div', {'aria-live': 'polite'});
  const area = element('textarea', {rows: 6, 'aria-label': say('paste'), placeholder: say('paste')});
  const read = (/** @type {string} */ text) => {
    const link = fromHash(app, text);
    const said = link ? null : readText(text);
    if (link) return preview(app, {words: link.words, missing: Array(link.missing).fill('…')}, done);
    if (!said) return element('p', {class: 'wrong'}, say('not-read'));
    const {entries, missing} = placed(said, app.course);
    return preview(app, {words: entries, missing: missing.map((of) => [...of.above, of.name].join(' › '))}, done);
  };
  const file = element('input', {type: 'file', accept: '.json,.yaml,.yml,.md,.txt', 'aria-label': say('file'), change: async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    area.value = chosen.size > 1 << 24 ? '' : await chosen.text();
    out.replaceChildren(read(area.value));
  }});
  return [element('p', {}, say('import-how')), file, area, element('button', {click: () => out.replaceChildren(read(area.value))}, say('look')), out];
}

/**
 * What words of others would change, and the choice to add them or to have nothing else.
 *
 * @param {App} app
 * @param {{words: Words, missing: string[]}} of
 * @param {(text: string) => void} done
 */
function preview(app, {words, missing}, done) {
  const {say, store, course} = app;
  const before = store.words();
  const after = {
    merge: saying(course, before, words),
    replace: saying(course, new Map(), words),
  };
  const list = element('div', {class: 'changes'});
  const count = element('p');
  let how = /** @type {'merge'|'replace'} */ ('merge');
  const look = () => {
    const changes = [...difference(before, after[how])].sort(([a], [b]) => a.n - b.n);
    count.textContent = say('changes', changes.length);
    const texts = changes.slice(0, shown).map(([item, change]) => `${item.title}: ${said(change.before || item.told)} → ${said(change.after || item.told)}`);
    if (changes.length > shown) texts.push(say('more', changes.length - shown));
    list.replaceChildren(listOf(texts));
  };
  const said = (/** @type {State} */ state) => say(state || 'todo');
  const choices = /** @type {const} */ (['merge', 'replace']).map((name) => element('label', {},
    element('input', {type: 'radio', name: 'rv:how', checked: name === how, change: () => {
      how = name;
      look();
    }}), say(name)));
  look();
  return element('div', {class: 'preview'}, element('fieldset', {}, element('legend', {class: 'unseen'}, say('import')), ...choices), count, list,
    missing.length > 0 ? disclosure({}, say('missing', missing.length), listOf(missing.slice(0, 10 * shown))) : null,
    element('button', {class: 'take', click: () => take(app, after[how], done, 'imported')}, say('take')));
}

/** @param {App} app @param {(text: string) => void} done */
function resets(app, done) {
  const {say} = app;
  return [element('p', {}, say('reset-how')), element('button', {class: 'reset', click: () => take(app, new Map(), done, 'reset-done')}, say('reset-now'))];
}

/**
 * Lets the learner have said something and nothing else.
 *
 * @param {App} app
 * @param {Words} words
 * @param {(text: string) => void} done
 * @param {string} key of what is told then
 */
function take({store, say}, words, done, key) {
  store.look(null);
  store.say(words);
  done(say(key));
}

/**
 * What was said of what is not in the course, and what was taken for renamed.
 *
 * @param {App} app
 * @param {Memory} memory
 */
function lost(app, memory) {
  const {say} = app;
  const rest = memory.unplaced();
  const renamed = memory.renamed();
  const part = element('div');
  const name = 'rv:learned';
  if (renamed.length > 0) part.append(disclosure({name}, say('renamed', renamed.length), listOf(renamed.map((of) => of.join(' → ')))));
  if (rest.length > 0) {
    part.append(disclosure({name}, say('unplaced', rest.length), element('p', {}, say('unplaced-how')),
      listOf(rest.map(({path, state}) => `${path}: ${say(state)}`)),
      element('button', {click: () => {
        memory.forget();
        part.replaceChildren();
      }}, say('forget'))));
  }
  return part;
}

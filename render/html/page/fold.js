import {closing} from './closing.js';
import {holdersOf, itemAt} from './course.js';
import {handles} from './handles.js';
import {keep, kept} from './keep.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 */

/**
 * Lets parts, sections and topics hide what they hold, in the list and in the figure.
 * What is looked for is seen wherever it is.
 *
 * @param {App} app
 */
export function startFold(app) {
  const {course, folded, list, matches, view} = app;
  const holders = course.items.filter((item) => item.children.length > 0);
  /** @type {ReadonlySet<Item>} what is folded and holds nothing that is looked for */
  let shown = new Set();
  /** @type {Set<Item>} */
  let lifted = new Set();
  /** @type {ReturnType<typeof closing>|null} */
  let close = null;
  let drawn = shown;
  const knobs = handles(app, holders);

  const draw = () => {
    if (view.get() !== 'figure' || drawn === shown) return;
    drawn = shown;
    close ??= closing(app);
    const hidden = course.items.map(() => false);
    const shortened = course.items.map(() => false);
    for (const {n, parent} of course.items) hidden[n] = parent !== null && (hidden[parent.n] || shown.has(parent));
    for (const {n, parent} of [...course.items].reverse()) if (parent && (hidden[n] || shortened[n])) shortened[parent.n] = true;
    close(hidden, shortened);
  };
  const update = () => {
    const before = shown;
    shown = lifted.size ? new Set([...folded.get()].filter((item) => !lifted.has(item))) : folded.get();
    for (const item of [...before, ...shown]) {
      const isOpen = !shown.has(item);
      const details = detailsOf(item);
      if (details && details.open !== isOpen) details.open = isOpen;
      knobs.turn(item, isOpen);
    }
    draw();
  };
  const turn = (/** @type {Item[]} */ items, /** @type {boolean} */ open) => {
    const next = new Set(folded.get());
    for (const item of items) {
      lifted.delete(item);
      if (open) next.delete(item);
      else next.add(item);
    }
    folded.set(next);
  };
  const toggle = (/** @type {Item} */ item) => {
    const open = shown.has(item);
    steadily(app, item, () => turn([item], open));
    app.tell(app.say(open ? 'unfolded' : 'folded', item.title));
  };

  folded.on(() => {
    update();
    keep(setting + app.name, folded.get().size > 0 ? JSON.stringify([...folded.get()].map((item) => item.id)) : '');
  });
  matches.on((found) => {
    lifted = new Set();
    for (const item of found ?? []) for (let at = item.parent; at && !lifted.has(at); at = at.parent) lifted.add(at);
    if (folded.get().size > 0) update();
  });
  view.on(draw);
  app.selected.on((item) => {
    const above = item ? holdersOf(item).filter((at) => folded.get().has(at)) : [];
    if (above.length > 0) turn(above, true);
  });
  // Also the browser opens what it finds something in.
  list.addEventListener('toggle', ({target}) => {
    const item = itemAt(course, target);
    const details = item && detailsOf(item);
    if (details && details === target && details.open === shown.has(item)) turn([item], details.open);
  }, true);
  knobs.on(toggle);

  app.commands.push({
    name: 'fold', keys: ['f'], run() {
      const at = itemAt(course, document.activeElement) ?? app.selected.get();
      const item = at && at.children.length === 0 ? at.parent : at;
      if (item) toggle(item);
    },
  }, {
    name: 'fold-all', keys: ['F'], run() {
      // Sections first: a course is told by them. Then parts, too.
      const inner = holders.filter((item) => item.parent);
      turn(inner.every((item) => folded.get().has(item)) ? holders : inner, false);
    },
  }, {name: 'unfold-all', keys: ['U'], run: () => turn(holders, true)});

  const before = new Set(recall(app.name));
  folded.set(new Set(before.size > 0 ? holders.filter((item) => before.has(item.id)) : []));
}

/**
 * The item's element that the browser folds.
 *
 * @param {Item} item
 * @returns {HTMLDetailsElement|null}
 */
function detailsOf(item) {
  return item.element.querySelector(':scope > details');
}

/**
 * Changes the figure around an item, which stays where it is seen, and has the focus if
 * what had it is hidden.
 *
 * @param {App} app
 * @param {Item} item
 * @param {() => void} change
 */
function steadily({bands, figure, view, course}, item, change) {
  const box = view.get() === 'figure' ? item.box : null;
  const focused = itemAt(course, document.activeElement);
  const inFigure = figure.contains(document.activeElement);
  bands.show(box);
  const before = box?.getBoundingClientRect();
  change();
  if (focused && holdersOf(focused).includes(item)) {
    /** @type {HTMLElement|SVGAElement|null|undefined} */ (inFigure ? box?.querySelector('a') : item.element.querySelector('summary'))?.focus({preventScroll: true});
  }
  if (!box || !before) return;
  // When whoever watches the size of the figure has seen it.
  queueMicrotask(() => {
    for (const scrolled of [figure, window]) {
      const after = box.getBoundingClientRect();
      scrolled.scrollBy({left: after.x - before.x, top: after.y - before.y, behavior: 'instant'});
    }
  });
}

const setting = 'rv:folded:';

/**
 * @param {string} course
 * @returns {string[]} IDs
 */
function recall(course) {
  try {
    const ids = JSON.parse(kept(setting + course) || '[]');
    return Array.isArray(ids) ? ids : [];
  } catch {
    return [];
  }
}

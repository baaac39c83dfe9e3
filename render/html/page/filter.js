import {holdersOf, states} from './course.js';
import {classed, disclosure, element, find, listen} from './dom.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 */

/**
 * Something that leaves some items only.
 *
 * @callback Filter
 * @returns {Set<Item>|null} null for all
 */

/** @type {WeakMap<App, Filter[]>} */
const filters = new WeakMap();

/**
 * Lets app.matches be what all filters leave.
 *
 * @param {App} app
 * @param {Filter} filter
 * @returns {{update: () => void}} to be called when the filter leaves others
 */
export function addFilter(app, filter) {
  const all = filters.get(app) ?? [];
  filters.set(app, all);
  all.push(filter);
  return {
    update() {
      let left = /** @type {Set<Item>|null} */ (null);
      for (const filter of all) {
        const some = filter();
        const before = left;
        if (some) left = before ? new Set([...some].filter((item) => before.has(item))) : some;
      }
      app.matches.set(left);
    },
  };
}

/**
 * Choices of what is to be seen: states, what is optional, one part.
 *
 * @param {App} app
 */
export function startFilter(app) {
  const {course, say, store} = app;
  const boxes = states.map((state) => element('input', {type: 'checkbox', value: state, checked: true}));
  const parts = course.roots.filter((item) => item.kind !== 'topic');
  const part = choice(say('all'), parts.map((item) => /** @type {[string, string]} */ ([String(item.n), item.title])));
  const optional = choice(say('all'), [['no', say('without-optional')], ['only', say('only-optional')]]);
  const clear = element('button', {click: () => {
    for (const box of boxes) box.checked = true;
    part.value = optional.value = '';
    filter.update();
  }}, say('clear'));
  const form = element('fieldset', {},
    element('legend', {class: 'unseen'}, say('filter')),
    ...boxes.map((box) => element('label', {}, box, ' ', say(box.value))),
    ...(parts.length > 1 ? [element('label', {}, say('part'), ' ', part)] : []),
    ...(course.items.some((item) => item.optional) ? [element('label', {}, say('optional'), ' ', optional)] : []),
    clear);
  const details = disclosure({id: 'rv:filter'}, say('filter'), form);
  app.bar.append(details);

  const filter = addFilter(app, () => {
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const on = wanted.size < boxes.length || part.value !== '' || optional.value !== '';
    classed(details, 'on', on);
    clear.disabled = !on;
    if (!on) return null;
    const within = part.value === '' ? null : course.items[Number(part.value)];
    const left = course.items.filter((item) => item.kind === 'topic' && wanted.has(store.state(item) || 'todo') &&
      (optional.value === '' || isOptional(item) === (optional.value === 'only')) && (!within || holdersOf(item).includes(within)));
    app.tell(say('results', left.length));
    return new Set(left);
  });
  listen(form, {change: filter.update});
  // A topic that was just marked stays where it is until the choices change.
  listen(details, {keydown: (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    find(details, 'summary')?.focus();
    event.stopPropagation();
  }});
  clear.disabled = true;
  app.commands.push({
    name: 'filter', keys: ['v'], run() {
      details.open = true;
      boxes[0].focus();
    },
  });
  app.matches.on((matches) => hideOthers(course.items, matches));
}

/**
 * Leaves in the list what matches, and what holds that.
 *
 * @param {Item[]} items
 * @param {Set<Item>|null} matches
 */
function hideOthers(items, matches) {
  const seen = items.map((item) => !matches || matches.has(item));
  for (const item of [...items].reverse()) {
    if (seen[item.n] && item.parent) seen[item.parent.n] = true;
    if (item.element.hidden === seen[item.n]) item.element.hidden = !seen[item.n];
  }
}

/**
 * @param {string} all
 * @param {[string, string][]} others
 */
function choice(all, others) {
  return element('select', {}, ...[['', all], ...others].map(([value, text]) => element('option', {value}, text)));
}

/** @param {Item} item */
function isOptional(item) {
  return [item, ...holdersOf(item)].some(({optional}) => optional);
}

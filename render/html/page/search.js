import {holdersOf} from './course.js';
import {closest, consume, element, listen, set} from './dom.js';
import {addFilter} from './filter.js';
import {finder} from './finder.js';
import {lead} from './panel.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 */

/** How many hits stand below the field; the page shows all of them. */
const listed = 8;

/**
 * A field that finds items: the best stand below it, and the page sets off all.
 *
 * @param {App} app
 */
export function startSearch(app) {
  const {say} = app;
  const field = element('input', {
    type: 'search', id: 'rv:search', role: 'combobox', autocomplete: 'off', spellcheck: 'false', placeholder: say('search'), 'aria-label': say('search'),
    'aria-expanded': false, 'aria-controls': 'rv:hits', 'aria-autocomplete': 'list', 'aria-keyshortcuts': '/',
  });
  const hits = element('ul', {id: 'rv:hits', role: 'listbox', 'aria-label': say('found'), hidden: true});
  app.bar.append(element('search', {}, field, hits));

  /** @type {((query: string) => Item[])|null} made when it is first needed */
  let find = null;
  /** @type {Item[]} */
  let found = [];
  let current = -1;

  const filter = addFilter(app, () => {
    const query = field.value.trim();
    if (!query) return null;
    find ??= finder(app.course);
    found = find(query);
    return new Set(found);
  });

  const point = (/** @type {number} */ at) => {
    current = at;
    [...hits.children].forEach((hit, i) => set(hit, {'aria-selected': i === at}));
    set(field, {'aria-activedescendant': hits.children[at]?.id ?? null});
  };
  const show = (/** @type {boolean} */ open) => {
    hits.hidden = !open;
    set(field, {'aria-expanded': open});
    if (!open) point(-1);
  };
  const update = () => {
    found = [];
    filter.update();
    hits.replaceChildren(...found.slice(0, listed).map((item, i) => hitOf(item, i)));
    show(found.length > 0);
    if (field.value.trim()) app.tell(say('results', found.length));
  };
  const go = (/** @type {Item} */ item) => {
    show(false);
    lead(app, item);
  };

  listen(field, {
    input: update,
    focus: () => found.length > 0 && show(true),
    blur: () => show(false),
    keydown: (event) => {
      const count = hits.children.length;
      const to = {ArrowDown: current + 1, ArrowUp: Math.max(current, 0) - 1}[event.key];
      if (to !== undefined && count > 0) {
        show(true);
        point((to + count) % count);
      } else if (event.key === 'Enter' && found.length > 0) {
        go(found[Math.max(current, 0)]);
      } else if (event.key === 'Escape' && !hits.hidden) {
        show(false);
      } else if (event.key === 'Escape' && field.value) {
        field.value = '';
        update();
      } else {
        return;
      }
      consume(event);
    },
  });
  // Pressing on a hit must not take the focus away, which would close the list.
  listen(hits, {
    pointerdown: (event) => event.preventDefault(),
    click: (event) => {
      const hit = closest(event.target, 'li');
      if (hit) go(found[[...hits.children].indexOf(hit)]);
    },
  });
  app.commands.push({
    name: 'search', keys: ['/'], run() {
      field.focus();
      field.select();
    },
  });
}

/**
 * @param {Item} item
 * @param {number} at
 */
function hitOf(item, at) {
  const path = holdersOf(item).reverse().map(({title}) => title);
  return element('li', {id: 'rv:hit' + at, role: 'option', 'aria-selected': false},
    item.title, path.length > 0 ? element('small', {}, path.join(' › ')) : null);
}

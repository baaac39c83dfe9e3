import {holdersOf} from './course.js';
import {element} from './dom.js';
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
    'aria-expanded': 'false', 'aria-controls': 'rv:hits', 'aria-autocomplete': 'list', 'aria-keyshortcuts': '/',
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
    [...hits.children].forEach((hit, i) => hit.setAttribute('aria-selected', String(i === at)));
    if (at < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', hits.children[at].id);
  };
  const show = (/** @type {boolean} */ open) => {
    hits.hidden = !open;
    field.setAttribute('aria-expanded', String(open));
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

  field.addEventListener('input', update);
  field.addEventListener('focus', () => found.length > 0 && show(true));
  field.addEventListener('blur', () => show(false));
  field.addEventListener('keydown', (event) => {
    const last = hits.children.length - 1;
    if (event.key === 'ArrowDown' && last >= 0) {
      show(true);
      point(current < last ? current + 1 : 0);
    } else if (event.key === 'ArrowUp' && last >= 0) {
      show(true);
      point(current > 0 ? current - 1 : last);
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
    event.preventDefault();
    event.stopPropagation();
  });
  // Pressing on a hit must not take the focus away, which would close the list.
  hits.addEventListener('pointerdown', (event) => event.preventDefault());
  hits.addEventListener('click', (event) => {
    const hit = event.target instanceof Element && event.target.closest('li');
    if (hit) go(found[[...hits.children].indexOf(hit)]);
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
  return element('li', {id: 'rv:hit' + at, role: 'option', 'aria-selected': 'false'},
    item.title, path.length > 0 ? element('small', {}, path.join(' › ')) : null);
}

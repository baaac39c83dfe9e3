import {inFigure} from './app.js';
import {aboutOf, holdersOf} from './course.js';
import {classed, element, find, focused, listOf, listen, own, set} from './dom.js';
import {icon, tool} from './icons.js';
import {linkTo, updateStates} from './links.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 */

/**
 * Shows what there is to say of the selected item beside the figure and the list, which
 * stay in use.
 *
 * @param {App} app
 */
export function startPanel(app) {
  const path = element('nav', {class: 'path', 'aria-label': app.say('path')});
  const heading = element('h2', {id: 'rv:heading', tabindex: -1, 'aria-live': 'polite'});
  const about = element('div', {class: 'about'});
  const pager = element('nav', {class: 'pager', 'aria-label': app.say('pager')});
  const close = tool(app, 'close', 'close', {click: () => app.selected.set(null)});
  const panel = element('aside', {id: 'rv:panel', hidden: true, 'aria-labelledby': heading.id},
    element('div', {class: 'top'}, path, close), heading, app.places.state, about, pager);
  document.body.append(panel);

  const show = (/** @type {Item} */ item) => {
    path.replaceChildren(...holdersOf(item).reverse().map((to) => linkTo(app, to)));
    heading.replaceChildren(...titleNodes(item));
    about.replaceChildren(...aboutNodes(app, item));
    pager.replaceChildren(...(/** @type {const} */ ([-1, 1])).map((step) => turn(app, item, step)).filter((node) => node !== null));
    panel.scrollTop = 0;
  };
  app.store.on(() => updateStates(app, panel));
  focusing(app, panel, heading, show);
  listen(window, {keydown: (e) => {
    if (e.key !== 'Escape' || e.defaultPrevented || find(document, ':popover-open, :modal')) return;
    app.selected.set(null);
  }});
}

/**
 * Selects an item for somebody who asked for it, and leads into its panel also if that
 * is open.
 *
 * @param {App} app
 * @param {Item} item
 */
export function lead(app, item) {
  if (app.selected.get() === item) own('heading').focus();
  app.selected.set(item);
}

/**
 * Opens and closes the panel. Who opens it is led into it, and back on closing; what
 * only follows the address, as a page that is opened, leaves the focus where it is.
 *
 * @param {App} app
 * @param {HTMLElement} panel
 * @param {HTMLElement} heading
 * @param {(item: Item) => void} show
 */
function focusing(app, panel, heading, show) {
  /** @type {HTMLElement|SVGElement|null} */
  let opener = null;
  app.selected.on((item, before) => {
    const from = focused();
    const within = panel.contains(from);
    if (item) {
      show(item);
      panel.hidden = false;
      opener = before ? null : from;
      if (from && from !== document.body) heading.focus({preventScroll: true});
    } else {
      panel.hidden = true;
      if (within && before) back(app, opener, before)?.focus();
    }
    set(before?.element, {'aria-current': null});
    set(item?.element, {'aria-current': true});
    if (item && !inFigure(app)) item.element.scrollIntoView({block: 'nearest'});
  });
}

/**
 * Where the focus goes when the panel closes: to what opened it, or to the item that it
 * led to.
 *
 * @param {App} app
 * @param {HTMLElement|SVGElement|null} opener
 * @param {Item} item
 * @returns {HTMLElement|SVGElement|null}
 */
function back(app, opener, item) {
  if (opener?.isConnected && opener !== document.body && opener.getClientRects().length > 0) return opener;
  const box = find(item.box, 'a') ?? item.box?.closest('a') ?? null;
  return inFigure(app) ? box ?? app.figure : find(item.element, 'a');
}

/** @param {Item} item */
function titleNodes(item) {
  return find(item.element, 'a.title')?.cloneNode(true).childNodes ?? [];
}

/**
 * @param {App} app
 * @param {Item} item
 */
function aboutNodes(app, item) {
  const said = aboutOf(item);
  const copy = (/** @type {string} */ of) => find(said, ':scope > ' + of)?.cloneNode(true) ?? null;
  const resources = copy('.resources');
  return [
    item.optional ? element('p', {class: 'badge'}, app.say('optional')) : null,
    copy('p:not([class])'),
    resources && labelled(app.say('resources'), resources),
    links(app, 'needs-first', item.needs),
    links(app, 'leads-to', item.leads),
    links(app, item.kind === 'part' ? 'sections' : 'topics', item.children),
    copy('.source'),
  ].filter((node) => node !== null);
}

/**
 * @param {App} app
 * @param {string} key
 * @param {Item[]} items
 */
function links(app, key, items) {
  if (items.length === 0) return null;
  return labelled(app.say(key), listOf(items.map((item) => linkTo(app, item)), {class: 'items'}));
}

/**
 * What there is to say under a heading.
 *
 * @param {string} title
 * @param {Node} of
 */
function labelled(title, of) {
  return element('section', {}, element('h3', {}, title), of);
}

/**
 * The link to the topic before or after an item.
 *
 * @param {App} app
 * @param {Item} item
 * @param {-1|1} step
 */
function turn(app, item, step) {
  const {items} = app.course;
  let at = item.n + step;
  while (items[at] && items[at].kind !== 'topic') at += step;
  if (!items[at]) return null;
  const link = linkTo(app, items[at]);
  const name = step < 0 ? 'previous' : 'next';
  classed(link, name, true);
  link.prepend(icon(name), element('span', {class: 'unseen'}, app.say(name) + ' '));
  return link;
}

import {idIn} from './course.js';
import {isModified, listen} from './dom.js';
import {lead} from './panel.js';

/**
 * Keeps the address, the title of the document and the selected item alike, so that
 * links lead to items, and back and forward work. Links that lead elsewhere open windows
 * of their own. Fragments that begin with "rv:" are no items: others read them.
 *
 * @param {import('./app.js').App} app
 */
export function startRoute(app) {
  const {title} = document;
  const follow = () => {
    const id = idIn(location.hash);
    if (id.startsWith('rv:')) return;
    const item = app.course.byID.get(id) ?? null;
    if (id && !item) app.tell(app.say('unknown', id));
    app.selected.set(item);
  };
  listen(window, {hashchange: follow});
  listen(window, {click: (e) => {
    if (e.defaultPrevented || e.button || isModified(e) || !(e.target instanceof Element)) return;
    const to = e.target.closest('a[href^="#"]')?.getAttribute('href') ?? '';
    const item = app.course.byID.get(idIn(to));
    if (!item) {
      const away = e.target.closest(':is(.resources, .source) a');
      if (away instanceof HTMLAnchorElement) away.target = '_blank'; // which knows nothing of this window
      return;
    }
    e.preventDefault(); // the page is not to jump, and a frame not to leave its page
    lead(app, item);
  }});
  app.selected.on((item) => {
    document.title = item ? item.title + ' · ' + title : title;
    if ((item?.id ?? '') !== idIn(location.hash)) go(item ? '#' + encodeURI(item.id) : '');
  });
  queueMicrotask(follow);
}

/**
 * Changes the address without a jump.
 *
 * @param {string} fragment
 */
function go(fragment) {
  try {
    history.pushState(null, '', address() + fragment);
  } catch {
    // frames without an address of their own have no history
  }
}

/** The address of this page, without a fragment. */
export function address() {
  return location.href.replace(/#.*/, '');
}

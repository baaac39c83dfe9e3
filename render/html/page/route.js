import {idIn} from './course.js';

/**
 * Keeps the address and the selected item alike, so that links lead to items, and back
 * and forward work.
 *
 * @param {import('./app.js').App} app
 */
export function startRoute(app) {
  const follow = () => app.selected.set(app.course.byID.get(idIn(location.hash)) ?? null);
  addEventListener('hashchange', follow);
  app.selected.on((item) => {
    if (item?.id === idIn(location.hash)) return;
    if (item) location.hash = '#' + encodeURI(item.id);
    else history.pushState(null, '', location.pathname + location.search);
  });
  queueMicrotask(follow);
}

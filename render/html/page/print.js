import {listen} from './dom.js';

/**
 * Prints the view that is shown; the style sheet leaves out the rest. Paper has the
 * title of the course, whatever is selected.
 *
 * @param {import('./app.js').App} app
 */
export function startPrint(app) {
  const {title} = document;
  let before = title;
  listen(window, {beforeprint: () => {
    before = document.title;
    document.title = title;
  }});
  listen(window, {afterprint: () => void (document.title = before)});
  app.commands.push({name: 'print', keys: [], menu: true, run: () => print()});
}

import {inFigure} from './app.js';
import {element, listen} from './dom.js';
import {sheetsOf} from './sheets.js';

/**
 * Prints the view that is shown; the style sheet leaves out the rest. Paper has the
 * title of the course, whatever is selected, and the figure on sheets.
 *
 * @param {import('./app.js').App} app
 */
export function startPrint(app) {
  const {title} = document;
  const {dataset} = document.documentElement;
  const sheets = element('div', {class: 'sheets'});
  let before = title;
  listen(window, {
    beforeprint() {
      before = document.title;
      document.title = title;
      if (!inFigure(app)) return;
      const made = sheetsOf(app);
      dataset.paper = made.paper;
      sheets.replaceChildren(...made.sheets);
      app.figure.append(sheets);
    },
    afterprint() {
      document.title = before;
      delete dataset.paper;
      sheets.remove();
    },
  });
  app.commands.push({name: 'print', keys: [], menu: true, run: () => print()});
}

/**
 * Prints the view that is shown; the style sheet leaves out the rest. Paper has the
 * title of the course, whatever is selected.
 *
 * @param {import('./app.js').App} app
 */
export function startPrint(app) {
  const {title} = document;
  let before = title;
  addEventListener('beforeprint', () => {
    before = document.title;
    document.title = title;
  });
  addEventListener('afterprint', () => void (document.title = before));
  app.commands.push({name: 'print', keys: [], menu: true, run: () => print()});
}

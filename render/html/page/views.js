import {inFigure} from './app.js';
import {element, set} from './dom.js';
import {icon} from './icons.js';
import {keep, kept} from './keep.js';

/**
 * The view that the reader chose, or else that of the screen. The style sheet goes by
 * it before the course is read, so that nothing is shown that is hidden at once.
 *
 * @returns {'figure'|'list'}
 */
export function showView() {
  const before = kept('rv:view');
  const view = before === 'figure' || before === 'list' ? before : matchMedia('(max-width: 40rem)').matches ? 'list' : 'figure';
  document.documentElement.dataset.view = view;
  return view;
}

/**
 * Switches between the figure and the list.
 *
 * @param {import('./app.js').App} app
 */
export function startViews(app) {
  const buttons = /** @type {const} */ (['figure', 'list']).map((view) => {
    const button = element('button', {click: () => app.view.set(view)}, icon(view), element('span', {}, app.say(view)));
    return {view, button};
  });
  app.bar.append(element('div', {class: 'views', role: 'group', 'aria-label': app.say('view')}, ...buttons.map((b) => b.button)));
  const mark = () => {
    for (const {view, button} of buttons) set(button, {'aria-pressed': app.view.get() === view});
  };
  app.view.on((view) => {
    document.documentElement.dataset.view = view;
    keep('rv:view', view);
    mark();
  });
  mark();
  const other = () => app.view.set(inFigure(app) ? 'list' : 'figure');
  app.commands.push({name: 'switch', keys: ['l'], run: other});
}

import {applies, inFigure} from './app.js';
import {element, find} from './dom.js';
import {tool} from './icons.js';
import {menu} from './menu.js';

/**
 * Fills the bar: what the course is called, the tools that other parts of the page
 * told of, and the menu. It starts last, when all of them have.
 *
 * @param {import('./app.js').App} app
 */
export function startBar(app) {
  const {bar} = app;
  // Where the list is hidden, and its heading with it, the bar has the page's heading.
  const title = element('p', {class: 'course'}, find(app.list, 'h1')?.textContent ?? app.name);
  const follow = () => {
    const isHeading = inFigure(app);
    title.role = isHeading ? 'heading' : null;
    title.ariaLevel = isHeading ? '1' : null;
    for (const {command, button} of tools) button.hidden = !applies(app, command);
  };
  const tools = app.commands.filter((command) => command.icon).map((command) => ({command, button: tool(app, command.name, command.icon ?? '', {click: command.run})}));
  bar.prepend(title);
  bar.append(app.places.progress, element('div', {class: 'tools', role: 'group', 'aria-label': app.say('tools')}, ...tools.map(({button}) => button)), menu(app));
  app.view.on(follow);
  follow();
  skip(app);
}

/**
 * The first link of the page leads past the bar.
 *
 * @param {import('./app.js').App} app
 */
function skip(app) {
  for (const view of [app.figure, app.list]) view.tabIndex = -1;
  document.body.prepend(element('a', {class: 'skip', href: '#rv:list', click: (e) => {
    e.preventDefault();
    (inFigure(app) ? app.figure : app.list).focus();
  }}, app.say('skip')));
}

import {aboutOf} from './course.js';
import {element} from './dom.js';

/**
 * Shows what there is to say of the selected item.
 *
 * @param {import('./app.js').App} app
 */
export function startPanel(app) {
  const heading = element('h2');
  const body = element('div', {class: 'about'});
  const panel = element('aside', {id: 'rv:panel', hidden: true, tabindex: '-1'},
    element('button', {type: 'button', click: () => app.selected.set(null)}, app.say('close')), heading, body);
  document.body.append(panel);
  app.selected.on((item) => {
    panel.hidden = !item;
    if (!item) return;
    heading.textContent = item.title;
    const about = aboutOf(item)?.cloneNode(true);
    body.replaceChildren(...(about ? [...about.childNodes] : []));
    panel.focus();
  });
}

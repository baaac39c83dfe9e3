import {element, own} from './dom.js';
import {step} from './view.js';

const formats = [{name: 'svg', title: 'Figure'}, {name: 'html', title: 'Page'}, {name: 'png', title: 'PNG'}];

/** @param {import('./choice.js').Choice} choice */
export function formatOf(choice) {
  return choice.get('format') || formats[0].name;
}

/**
 * The buttons above the figure, and the keys that do the same.
 *
 * @param {import('./choice.js').Choice} choice
 * @param {import('./view.js').Window} view
 */
export function startBar(choice, view) {
  const buttons = formats.map(({name, title}) =>
    element('button', {type: 'button', 'data-format': name, click: () => choice.set('format', name === formats[0].name ? '' : name)}, title));
  own('formats').append(...buttons);
  const percent = element('output', {'aria-label': 'Scale'});
  const commands = [
    {keys: ['-', '−'], title: 'Smaller', sign: '−', run: () => view.zoom(view.scale() / step)},
    {keys: ['+', '='], title: 'Larger', sign: '+', run: () => view.zoom(view.scale() * step)},
    {keys: ['0'], title: 'Fit width', sign: 'Fit width', run: () => view.zoom('width')},
    {keys: ['9'], title: 'Fit all', sign: 'Fit all', run: () => view.zoom('whole')},
    {keys: ['1'], title: 'Actual size, 1:1', sign: '1:1', run: () => view.zoom(1)},
  ];
  const zooms = commands.map(({keys, title, sign, run}) =>
    element('button', {type: 'button', disabled: true, 'aria-label': title, title: `${title} (key ${keys[0]})`, click: run}, sign));
  own('zoom').append(percent, ...zooms);
  view.on(() => {
    percent.textContent = Math.round(view.scale() * 100) + ' %';
    for (const button of zooms) button.disabled = false;
  });

  addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target instanceof HTMLElement && e.target.closest('input, select, textarea, dialog')) return;
    const command = commands.find(({keys}) => keys.includes(e.key));
    if (!command || formatOf(choice) === 'html') return;
    e.preventDefault();
    command.run();
  });

  const update = () => {
    const format = formatOf(choice);
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.format === format));
    own('zoom').hidden = format === 'html';
  };
  update();
  choice.on(update);
}

import {createApp} from './app.js';
import {startBar} from './bar.js';
import {classed, listen} from './dom.js';
import {startFigure} from './figure.js';
import {startFilter} from './filter.js';
import {startFold} from './fold.js';
import {startHelp} from './help.js';
import {startKeys} from './keys.js';
import {startMode} from './mode.js';
import {startPanel} from './panel.js';
import {startPrint} from './print.js';
import {startProgress} from './progress.js';
import {startRoam} from './roam.js';
import {startRoute} from './route.js';
import {startSearch} from './search.js';
import {startView} from './view.js';
import {startViews, showView} from './views.js';
import {startWay} from './way.js';

// The script stands before the course: what a page looks like is known before anything
// of it is seen. What is in the bar stands in the order of this list.
startMode();
// Writing of a typeface that comes after it would be laid out twice.
if (showView() === 'figure') for (const face of document.fonts) face.load();
listen(window, {DOMContentLoaded: () => {
  try {
    const app = createApp();
    for (const start of [startRoute, startPanel, startFigure, startView, startRoam, startWay, startViews, startProgress, startSearch, startFilter, startFold, startKeys, startPrint, startHelp, startBar]) start(app);
    classed(document.documentElement, 'ready', true);
  } catch (error) {
    delete document.documentElement.dataset.view; // all is shown, as without scripts
    throw error;
  }
}});

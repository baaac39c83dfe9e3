import {startBars} from './bars.js';
import {learnedDialog} from './learned.js';
import {startMarks} from './marks.js';
import {startMemory} from './memory.js';
import {startShared} from './shared.js';
import {startStateGroup} from './statemenu.js';

/**
 * The learner's progress: kept, shown, marked and taken along.
 *
 * @param {import('./app.js').App} app
 */
export function startProgress(app) {
  const open = learnedDialog(app, startMemory(app));
  startMarks(app);
  startStateGroup(app);
  startBars(app, () => open());
  startShared(app, open);
}

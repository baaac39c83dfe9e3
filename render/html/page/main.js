import {createApp} from './app.js';
import {startFilter} from './filter.js';
import {startHelp} from './help.js';
import {startKeys} from './keys.js';
import {startPanel} from './panel.js';
import {startRoute} from './route.js';
import {startSearch} from './search.js';

const app = createApp();
for (const start of [startRoute, startPanel, startSearch, startFilter, startKeys, startHelp]) start(app);
document.documentElement.classList.add('ready');

import {createApp} from './app.js';
import {startPanel} from './panel.js';
import {startRoute} from './route.js';

const app = createApp();
for (const start of [startRoute, startPanel]) start(app);
document.documentElement.classList.add('ready');

// The screen, by VNC.

import { shellLine } from '../format.js';
import { commandName } from '../store.js';
import { console } from './consoles.js';

/** @param {import('./page.js').TabContext} context */
export default (context) => console(context, 'roost-screen', '/console/screen.js', shellLine('roost', 'view', commandName(context.detail())));

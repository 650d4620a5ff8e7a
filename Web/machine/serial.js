// The serial console.

import { shellLine } from '../format.js';
import { commandName } from '../store.js';
import { console } from './consoles.js';

/** @param {import('./page.js').TabContext} context */
export default (context) => console(context, 'roost-serial', '/console/serial.js', shellLine('roost', 'console', commandName(context.detail())));

import { playPage } from '../support/docs/play-page.js';

playPage('docs/security.md');

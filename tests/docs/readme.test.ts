import { playPage } from '../support/docs/play-page.js';

playPage('README.md');

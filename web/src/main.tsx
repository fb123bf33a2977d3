import './app/styles.js';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { announceNonce } from './app/nonce.js';
import { createPacelineClient } from './client/client.js';

announceNonce();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(<App client={createPacelineClient({ origin: location.origin })} />);

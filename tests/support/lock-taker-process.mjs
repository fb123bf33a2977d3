// A program that tries once to own a data folder, says whether it does, and holds on to it.
import { tryLockDirectory } from '../../dist/persistence/embedded/directory-lock.js';

const [dataDir] = process.argv.slice(2);
const lock = await tryLockDirectory(dataDir);
setInterval(() => undefined, 60_000);
process.send(lock === null ? 'refused' : 'taken');

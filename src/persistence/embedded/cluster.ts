import type { Logger } from '../../platform/logger.js';
import type { Binaries } from './binaries.js';
import type { ServerAccount } from './server-account.js';
import type { ServerFolders } from './server-folders.js';

/** All that is needed to start one embedded server. */
export interface Cluster {
  binaries: Binaries;
  folders: ServerFolders;
  account: ServerAccount;
  durable: boolean;
  log: Logger;
}

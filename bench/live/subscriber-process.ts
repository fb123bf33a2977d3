import { once } from 'node:events';
import { WebSocket } from 'ws';
import { ADMIN_HEADERS } from '../admin-key.js';
import type {
  KeptMessage,
  SubscriberCommand,
  SubscriberGroup,
  SubscriberReport,
} from './subscriber-protocol.js';

// Clients in a process of their own: what they cost is not the server's, and what they wait for does
// not wait for those who record.

/** How many sockets are being opened at a time. */
const OPENING = 50;
const PROTOCOL = 'graphql-transport-ws';

let messages = 0;
let bytes = 0;
let latest: string | null = null;
let kept: KeptMessage[] = [];

process.on('message', (command: SubscriberCommand) => {
  void obey(command).then((report) => process.send?.(report));
});
process.once('disconnect', () => process.exit(0));

async function obey(command: SubscriberCommand): Promise<SubscriberReport> {
  if (command.kind === 'OPEN') await openAll(command.groups);
  const report = { messages, bytes, latest, kept };
  messages = 0;
  bytes = 0;
  kept = [];
  return report;
}

async function openAll(groups: readonly SubscriberGroup[]): Promise<void> {
  const waiting = groups.flatMap((group) => Array.from({ length: group.sockets }, () => group));
  const work = async (): Promise<void> => {
    for (let group = waiting.pop(); group; group = waiting.pop()) await openOne(group);
  };
  await Promise.all(Array.from({ length: OPENING }, work));
}

async function openOne({ url, subscription, keepsMessages }: SubscriberGroup): Promise<void> {
  const socket = new WebSocket(url, subscription ? PROTOCOL : []);
  // One that is lost would make every figure wrong: this ends the process, and the measure fails.
  socket.once('close', (code) => {
    throw new Error(`a socket was closed: ${code}`);
  });
  await once(socket, 'open');
  if (subscription) {
    socket.send(JSON.stringify({ type: 'connection_init', payload: ADMIN_HEADERS }));
    await once(socket, 'message');
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: subscription }));
  }
  socket.on('message', (message: Buffer) => {
    messages += 1;
    bytes += message.length;
    latest = message.toString('utf8');
    if (keepsMessages) kept.push({ at: performance.timeOrigin + performance.now(), text: latest });
  });
}

import { type WebSocket, WebSocketServer } from 'ws';

// The least that a server can do: the sockets of a group get a text that is there already. Groups are
// told apart by the path that they come to.

/** What this process is told; to `LISTEN` it answers with its port. */
export type BroadcastCommand =
  | { readonly kind: 'LISTEN' }
  | { readonly kind: 'BEGIN'; readonly text: string; readonly everyMs: number }
  | { readonly kind: 'END' };

const groups = new Map<string, Set<WebSocket>>();
let timer: NodeJS.Timeout | undefined;

process.on('message', (command: BroadcastCommand) => {
  clearInterval(timer);
  if (command.kind === 'LISTEN') listen();
  if (command.kind === 'BEGIN') begin(command.text, command.everyMs);
});
process.once('disconnect', () => process.exit(0));

function listen(): void {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket, { url }) => {
    groups.set(String(url), (groups.get(String(url)) ?? new Set()).add(socket));
  });
  server.once('listening', () => {
    const address = server.address();
    if (typeof address === 'object' && address !== null) process.send?.(address.port);
  });
}

function begin(text: string, everyMs: number): void {
  const all = [...groups.values()];
  let next = 0;
  timer = setInterval(() => {
    for (const socket of all[(next += 1) % all.length] ?? []) socket.send(text);
  }, everyMs);
}

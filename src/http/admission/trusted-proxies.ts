import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Whether the sender at `address`, `hop` steps away from us, is a proxy whose word counts. */
export type Trust = (address: string, hop: number) => boolean;

/** Trusts a number of proxies, or those at some addresses and networks. */
export function trustIn(proxies: number | readonly string[]): Trust {
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  const known = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = familyOf(address);
    if (bits === undefined) known.addAddress(address, family);
    else known.addSubnet(address, Number(bits), family);
  }
  return (address) =>
    isIP(plain(address)) !== 0 && known.check(plain(address), familyOf(plain(address)));
}

/** What a request says of where it came from. */
interface Received {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: IncomingHttpHeaders;
}

/** Who sent a request: the nearest sender that is no trusted proxy; null trusts nobody. */
export function clientAddress({ socket, headers }: Received, trusts: Trust | null): string {
  if (trusts === null) return socket.remoteAddress ?? '';
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const senders = forwarded.map((text) => text.trim()).filter((text) => text !== '');
  let address = socket.remoteAddress ?? '';
  for (let hop = 0; trusts(address, hop); hop += 1) {
    const before = senders.pop();
    if (before === undefined) return address;
    address = before;
  }
  return address;
}

/** An IPv4 address as such, also where it came in over IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

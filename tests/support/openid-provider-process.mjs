import { createServer } from 'node:http';
import { once } from 'node:events';
import Provider from 'oidc-provider';

// A real OpenID Connect provider on this machine: `node … REDIRECT_URI CLIENT_ID CLIENT_SECRET`.
// Says its issuer when it is ready. Any login is taken; its name says what is known of the account:
// `ada@example.com` is a verified address, `unverified:ada@example.com` is not.
const [, , redirectUri, clientId, clientSecret] = process.argv;

const server = createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: false,
  findAccount: (_context, id) => ({ accountId: id, claims: () => claimsOf(id) }),
});
server.on('request', provider.callback());
process.stdout.write(`${issuer}\n`);

function claimsOf(id) {
  const isVerified = !id.startsWith('unverified:');
  const email = id.replace('unverified:', '');
  return { sub: id, email, email_verified: isVerified, name: email };
}

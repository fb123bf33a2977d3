/** A command for a shell that asks the API, with a key, who it is. */
export function curlExample(origin: string, token: string): string {
  return [
    `curl ${origin}/graphql \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '{"query": "{ me { actor { name } role } }"}'`,
  ].join('\n');
}

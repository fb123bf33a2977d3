import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { curlExample } from '../../../../web/src/features/keys/curl-example.js';

describe('the command to try a key', () => {
  it('is one command to a shell, whose body is JSON', () => {
    const command = curlExample('https://paceline.example', 'pcl_0ed0bae1_secret');
    const script = `curl() { printf '%s\\n' "$@"; }\n${command}`;
    const words = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' })
      .trimEnd()
      .split('\n');
    expect(words[0]).toBe('https://paceline.example/graphql');
    expect(words).toContain('Authorization: Bearer pcl_0ed0bae1_secret');
    expect(JSON.parse(words.at(-1) ?? '')).toEqual({ query: '{ me { actor { name } role } }' });
  });
});

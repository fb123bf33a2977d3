import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';

/** A folder of a test file's own, gone after its last test. */
export interface TemporaryFolder {
  /** The path of a file in it, which need not be there. */
  path(name: string): string;
  /** Writes a file and gives its path. */
  write(name: string, content: string | Buffer): string;
}

/** The folder of this test file. */
export function useTemporaryFolder(): TemporaryFolder {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'paceline-files-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write: (name, content) => {
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}

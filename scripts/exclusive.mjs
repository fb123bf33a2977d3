import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './project.mjs';

const LOCK = join(ROOT, '.install.lock');
const POLL_MS = 100;
const WRITE_PATIENCE_MS = 5_000;

/** Runs `work` while no other start or test run of this folder installs or builds. */
export async function exclusively(work) {
  await acquire();
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

async function acquire() {
  for (;;) {
    try {
      mkdirSync(LOCK);
      writeFileSync(join(LOCK, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isHeld()) release();
    await sleep(POLL_MS);
  }
}

function isHeld() {
  try {
    process.kill(Number(readFileSync(join(LOCK, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'ENOENT' ? isYoung() : error.code === 'EPERM';
  }
}

/** Whether the holder may still be about to write its pid. */
function isYoung() {
  try {
    return Date.now() - statSync(LOCK).mtimeMs < WRITE_PATIENCE_MS;
  } catch {
    return false;
  }
}

function release() {
  rmSync(LOCK, { recursive: true, force: true });
}

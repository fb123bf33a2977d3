import { describe, expect, test } from '@jest/globals';
import { ProgressView } from '../../../src/cli/progress-view.js';

class Screen {
  text = '';

  constructor(
    readonly isTTY: boolean,
    readonly columns = 60,
  ) {}

  write(text: string): void {
    this.text += text;
  }
}

describe('progress', () => {
  test('is a bar on a terminal, drawn over itself', () => {
    const screen = new Screen(true);
    const view = new ProgressView(screen);
    view.show({ phase: 'Checking', done: 1, total: 2 });
    view.show({ phase: 'Checking', done: 2, total: 2 });
    // The second came too soon after the first to be seen.
    expect(screen.text).toMatch(/Checking {3}█{15}░{15} 50 %/);
    expect(screen.text).not.toContain('100 %');
    view.clear();
    expect(screen.text.endsWith('\r\u001b[2K')).toBe(true);
  });

  test('makes room for lines that stay', () => {
    const screen = new Screen(true);
    const view = new ProgressView(screen);
    view.show({ phase: 'Checking', done: 0, total: 0 });
    view.note('line 7 is bad');
    const [, afterNote = ''] = screen.text.split('line 7 is bad\n');
    expect(afterNote).toContain('100 %');
  });

  test('never is wider than the terminal', () => {
    const screen = new Screen(true, 30);
    new ProgressView(screen).show({ phase: 'Checking', done: 1, total: 3 });
    expect(screen.text.replace('\r\u001b[2K', '').length).toBeLessThan(30);
  });

  test('says nothing elsewhere within the first seconds, and draws nothing ever', () => {
    const screen = new Screen(false);
    const view = new ProgressView(screen);
    view.show({ phase: 'Checking', done: 1, total: 2 });
    view.clear();
    expect(screen.text).toBe('');
    view.note('line 7 is bad');
    expect(screen.text).toBe('line 7 is bad\n');
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  ChangeStream,
  MAX_LINES,
  type StatusChangeLine,
} from '../../../../web/src/features/monitor/change-stream.js';

function line(id: number): StatusChangeLine {
  return {
    id: `change_${id}`,
    from: 'ACTIVE',
    to: 'PAUSED',
    blockersBefore: [],
    blockers: ['DAILY_BUDGET'],
    cause: 'SPEND',
    at: new Date(1_800_000_000_000 + id * 1_000).toISOString(),
    actor: null,
    campaign: {
      id: 'campaign_1',
      name: 'Summer',
      brand: { id: 'brand_1', name: 'Alpenglow', timeZone: 'Europe/Vienna' },
    },
  };
}

/** A stream whose frames come when they are asked for. */
function setUp() {
  let frames: (() => void)[] = [];
  let shown = 0;
  const stream = new ChangeStream((show) => {
    frames.push(show);
  });
  stream.subscribe(() => {
    shown += 1;
  });
  const frame = (): void => {
    const due = frames;
    frames = [];
    for (const show of due) show();
  };
  const ids = () => stream.get().lines.map(({ id }) => id);
  return { stream, frame, ids, shown: () => shown };
}

describe('a stream of status changes', () => {
  it('has the newest on top, and each once', () => {
    const { stream, frame, ids } = setUp();
    stream.hear(line(3));
    stream.read([line(2), line(1), line(3)]);
    frame();
    expect(ids()).toEqual(['change_3', 'change_2', 'change_1']);
  });

  it('shows together what comes within a frame', () => {
    const { stream, frame, shown } = setUp();
    for (let id = 0; id < 50; id += 1) stream.hear(line(id));
    frame();
    expect(shown()).toBe(1);
  });

  it('keeps no more than it has room for', () => {
    const { stream, frame, ids } = setUp();
    for (let id = 0; id < MAX_LINES + 20; id += 1) stream.hear(line(id));
    frame();
    expect(ids()).toHaveLength(MAX_LINES);
    expect(ids()[0]).toBe(`change_${MAX_LINES + 19}`);
  });

  it('stands still while it is held, counts what comes, and shows it afterwards', () => {
    const { stream, frame, ids } = setUp();
    stream.read([line(1)]);
    frame();
    stream.hold(true);
    stream.hear(line(2));
    stream.hear(line(3));
    frame();
    expect(ids()).toEqual(['change_1']);
    expect(stream.get().waiting).toBe(2);
    stream.hold(false);
    frame();
    expect(ids()).toEqual(['change_3', 'change_2', 'change_1']);
    expect(stream.get().waiting).toBe(0);
  });

  it('tells what was heard from what was read', () => {
    const { stream, frame } = setUp();
    stream.read([line(1)]);
    frame();
    expect(stream.get().heard).toBeNull();
    stream.hear(line(2));
    frame();
    expect(stream.get().heard?.id).toBe('change_2');
  });
});

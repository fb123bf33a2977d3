const SENTENCES: Readonly<Record<string, string>> = {
  'budget-check':
    'Checks every campaign against its budgets, hours and spend from the facts, and repairs what differs. Normally it finds nothing.',
  dayparting: 'Starts and stops campaigns where a window or a flight has begun or ended.',
  'daily-reset': 'Closes the days that have ended, and wakes campaigns that a new day lets run.',
  'monthly-reset':
    'Closes the months that have ended, and wakes campaigns that a new month lets run.',
  'spend-simulation': 'Lets the demo’s running campaigns spend what they would in a minute.',
};

/** What a job does, in a sentence; null: nobody has written one. */
export function jobSentence(name: string): string | null {
  return SENTENCES[name] ?? null;
}

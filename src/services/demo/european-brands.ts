import { type DemoBrand, during, EVERY_DAY, WORKDAYS } from './demo-plan.js';

/** Brands of the demo around Greenwich, two of them out of work. */
export const EUROPEAN_BRANDS: readonly DemoBrand[] = [
  {
    key: 'alpenglow',
    name: 'Alpenglow Outdoor',
    currency: 'EUR',
    timeZone: 'Europe/Vienna',
    dailyBudget: '900',
    monthlyBudget: '24000',
    campaigns: [
      { key: 'trails', name: 'Summer trails', dailyBudget: '260', appetite: 250 },
      { key: 'search', name: 'Brand search', appetite: 140 },
      {
        key: 'office',
        name: 'Lunch-break shoppers',
        dailyBudget: '180',
        appetite: 150,
        windows: [during(WORKDAYS, '09:00', '17:00')],
      },
      {
        key: 'evening',
        name: 'Evening video',
        dailyBudget: '120',
        appetite: 170,
        windows: [during(EVERY_DAY, '18:00', '23:00')],
      },
      { key: 'boots', name: 'Winter boots', dailyBudget: '300', appetite: 280, startsOnDay: 9 },
      {
        key: 'clearance',
        name: 'Spring clearance',
        dailyBudget: '90',
        appetite: 85,
        endsOnDay: -6,
      },
    ],
  },
  {
    key: 'bakehouse',
    name: 'Lisbon Bakehouse',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    dailyBudget: '30',
    monthlyBudget: '480',
    campaigns: [
      {
        key: 'bread',
        name: 'Fresh bread',
        dailyBudget: '12',
        appetite: 14,
        windows: [during(EVERY_DAY, '05:00', '11:00')],
      },
      { key: 'cakes', name: 'Cakes to order', monthlyBudget: '150', appetite: 9 },
      { key: 'pastel', name: 'Pastéis de nata', appetite: 10 },
    ],
  },
  {
    key: 'nordlys',
    name: 'Nordlys Energy',
    currency: 'NOK',
    timeZone: 'Europe/Oslo',
    dailyBudget: '5200',
    pausedOnDay: -2,
    campaigns: [
      { key: 'solar', name: 'Solar roofs', dailyBudget: '2600', appetite: 2_400 },
      {
        key: 'switch',
        name: 'Switch today',
        dailyBudget: '1800',
        appetite: 2_000,
        windows: [during(EVERY_DAY, '07:00', '22:00')],
      },
    ],
  },
  {
    key: 'oldmill',
    name: 'Old Mill Press',
    currency: 'GBP',
    timeZone: 'Europe/London',
    archivedOnDay: -9,
    campaigns: [
      { key: 'memoirs', name: 'Memoirs', dailyBudget: '40', appetite: 36 },
      { key: 'atlas', name: 'Pocket atlas', appetite: 22 },
    ],
  },
];

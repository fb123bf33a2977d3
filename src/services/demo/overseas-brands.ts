import { type DemoBrand, during, EVERY_DAY, WEEKEND, WORKDAYS } from './demo-plan.js';

/** Brands of the demo in far zones, with yen, dinars and rupees. */
export const OVERSEAS_BRANDS: readonly DemoBrand[] = [
  {
    key: 'harbor',
    name: 'Harbor & Finch Coffee',
    currency: 'USD',
    timeZone: 'America/New_York',
    dailyBudget: '420',
    campaigns: [
      {
        key: 'commute',
        name: 'Morning commute',
        dailyBudget: '140',
        appetite: 130,
        windows: [during(WORKDAYS, '06:00', '10:00')],
      },
      {
        key: 'late',
        name: 'Late roast',
        dailyBudget: '80',
        appetite: 95,
        windows: [during(['FRIDAY', 'SATURDAY'], '22:00', '02:00')],
      },
      { key: 'app', name: 'App installs', dailyBudget: '45', appetite: 110 },
      { key: 'gifts', name: 'Gift cards', dailyBudget: '60', appetite: 50, pausedOnDay: -3 },
      {
        key: 'brunch',
        name: 'Weekend brunch',
        appetite: 120,
        windows: [during(WEEKEND, '08:00', '14:00')],
      },
    ],
  },
  {
    key: 'sakura',
    name: 'Sakura Denki',
    currency: 'JPY',
    timeZone: 'Asia/Tokyo',
    monthlyBudget: '3600000',
    campaigns: [
      {
        key: 'trains',
        name: 'Station screens',
        dailyBudget: '42000',
        appetite: 40_000,
        windows: [during(WORKDAYS, '07:00', '09:30'), during(WORKDAYS, '17:30', '20:00')],
      },
      { key: 'cookers', name: 'Rice cookers', dailyBudget: '45000', appetite: 47_000 },
      {
        key: 'owls',
        name: 'Night owls',
        dailyBudget: '16000',
        appetite: 18_000,
        windows: [during(EVERY_DAY, '23:00', '03:00')],
      },
      { key: 'catalogue', name: 'Paper catalogue', appetite: 9_000, archivedOnDay: -12 },
    ],
  },
  {
    key: 'falcon',
    name: 'Falcon Gulf Airways',
    currency: 'KWD',
    timeZone: 'Asia/Kuwait',
    dailyBudget: '310.5',
    campaigns: [
      {
        key: 'getaways',
        name: 'Weekend getaways',
        dailyBudget: '95.250',
        appetite: 90,
        windows: [during(['THURSDAY', 'FRIDAY', 'SATURDAY'], '00:00', '24:00')],
      },
      { key: 'business', name: 'Business class', dailyBudget: '75.125', appetite: 70 },
      { key: 'families', name: 'Family fares', monthlyBudget: '900', appetite: 62 },
      { key: 'stopover', name: 'Stopover offers', appetite: 48, startsOnDay: -15, endsOnDay: 20 },
    ],
  },
  {
    key: 'couriers',
    name: 'Southern Cross Couriers',
    currency: 'AUD',
    timeZone: 'Australia/Sydney',
    campaigns: [
      { key: 'sameday', name: 'Same-day delivery', dailyBudget: '25', appetite: 60 },
      { key: 'parcels', name: 'Parcels home', dailyBudget: '150', appetite: 130 },
      {
        key: 'depots',
        name: 'Depot jobs',
        dailyBudget: '70',
        appetite: 55,
        windows: [during(WORKDAYS, '05:30', '08:30')],
      },
    ],
  },
  {
    key: 'himalaya',
    name: 'Himalaya Tea House',
    currency: 'INR',
    timeZone: 'Asia/Kolkata',
    dailyBudget: '26000',
    campaigns: [
      { key: 'monsoon', name: 'Monsoon blends', dailyBudget: '9000', appetite: 8_600 },
      {
        key: 'offices',
        name: 'Tea for offices',
        dailyBudget: '7500',
        appetite: 7_000,
        windows: [during(WORKDAYS, '10:00', '18:30')],
      },
      { key: 'festival', name: 'Festival boxes', appetite: 12_000, startsOnDay: -20, endsOnDay: 5 },
    ],
  },
];

import type { SampleName } from './people.ts';
import type { SampleRhythm, Weekday } from './sample-meeting.ts';

/** Time that people keep for their work, every week, in their own zone. */
export const focusTimes: readonly (SampleRhythm & {
  readonly owner: SampleName;
  readonly title: string;
  readonly minutes: number;
})[] = [
  { owner: 'claire', title: 'Focus time', at: '09:00', minutes: 120, days: ['WE', 'FR'] },
  { owner: 'mathieu', title: 'Deep work', at: '14:00', minutes: 180, days: ['WE'] },
  { owner: 'ines', title: 'Focus time', at: '09:00', minutes: 150, days: ['WE'] },
  { owner: 'hugo', title: 'Drawing, please do not book', at: '14:00', minutes: 150, days: ['WE', 'FR'] },
  { owner: 'tomasz', title: 'Focus time', at: '08:00', minutes: 120, days: ['MO', 'WE', 'FR'] },
  { owner: 'agnieszka', title: 'Writing', at: '08:00', minutes: 120, days: ['WE', 'FR'] },
  { owner: 'kinga', title: 'Focus time', at: '12:00', minutes: 150, days: ['WE'] },
  { owner: 'weiling', title: 'Focus time', at: '14:00', minutes: 120, days: ['MO', 'WE'] },
  { owner: 'arjun', title: 'No meetings: on-call fixes', at: '10:00', minutes: 120, days: ['WE'] },
  { owner: 'daniel', title: 'Focus time', at: '14:00', minutes: 120, days: ['WE'] },
  { owner: 'jordan', title: 'Focus time', at: '09:00', minutes: 180, days: ['WE'] },
  { owner: 'theo', title: 'Focus time', at: '13:00', minutes: 120, days: ['WE', 'FR'] },
  { owner: 'siti', title: 'Follow-ups and offers', at: '16:00', minutes: 90, days: ['WE'] },
  { owner: 'rosa', title: 'Paperwork', at: '14:00', minutes: 120, days: ['FR'] },
];

/** Days off: `week` counts from the start of the planted weeks and again from it after their end. */
export const absences: readonly {
  readonly owner: SampleName;
  readonly title: string;
  readonly week: number;
  readonly from: Weekday;
  readonly days: number;
}[] = [
  { owner: 'claire', title: 'Leave', week: 12, from: 'MO', days: 5 },
  { owner: 'mathieu', title: 'Parental leave', week: 18, from: 'MO', days: 5 },
  { owner: 'ines', title: 'Out of office: conference', week: 11, from: 'TU', days: 3 },
  { owner: 'hugo', title: 'Leave', week: 3, from: 'TH', days: 2 },
  { owner: 'sylvie', title: 'Leave', week: 15, from: 'MO', days: 3 },
  { owner: 'tomasz', title: 'Urlop', week: 9, from: 'MO', days: 5 },
  { owner: 'agnieszka', title: 'Urlop', week: 20, from: 'WE', days: 3 },
  { owner: 'marek', title: 'Trade fair', week: 13, from: 'TU', days: 3 },
  { owner: 'kinga', title: 'Urlop', week: 5, from: 'MO', days: 4 },
  { owner: 'weiling', title: 'Annual leave', week: 16, from: 'TH', days: 2 },
  { owner: 'arjun', title: 'Annual leave', week: 2, from: 'MO', days: 5 },
  { owner: 'siti', title: 'Annual leave', week: 22, from: 'MO', days: 4 },
  { owner: 'daniel', title: 'Reservist training', week: 8, from: 'MO', days: 5 },
  { owner: 'maya', title: 'PTO', week: 14, from: 'FR', days: 1 },
  { owner: 'jordan', title: 'PTO', week: 19, from: 'MO', days: 5 },
  { owner: 'rosa', title: 'PTO', week: 10, from: 'WE', days: 2 },
  { owner: 'theo', title: 'PTO', week: 4, from: 'MO', days: 3 },
];

/** What is nobody else's business. `week` as in `absences`. */
export const appointments: readonly (Pick<SampleRhythm, 'at'> & {
  readonly owner: SampleName;
  readonly title: string;
  readonly minutes: number;
  readonly week: number;
  readonly day: Weekday;
})[] = [
  { owner: 'claire', title: 'Parent-teacher evening', at: '17:00', minutes: 60, week: 7, day: 'TU' },
  { owner: 'mathieu', title: 'Dentist', at: '08:30', minutes: 60, week: 13, day: 'TH' },
  { owner: 'ines', title: 'Physiotherapy', at: '12:00', minutes: 45, week: 14, day: 'MO' },
  { owner: 'inesAtRoe', title: 'Lawyer', at: '16:00', minutes: 60, week: 12, day: 'FR' },
  { owner: 'hugo', title: 'Eye doctor', at: '09:00', minutes: 45, week: 16, day: 'MO' },
  { owner: 'sylvie', title: 'Blood test', at: '08:00', minutes: 30, week: 13, day: 'TU' },
  { owner: 'tomasz', title: 'Car inspection', at: '15:00', minutes: 60, week: 14, day: 'WE' },
  { owner: 'agnieszka', title: 'School play', at: '14:30', minutes: 90, week: 15, day: 'TH' },
  { owner: 'marek', title: 'Notary', at: '12:00', minutes: 60, week: 11, day: 'MO' },
  { owner: 'kinga', title: 'Therapy', at: '15:00', minutes: 60, week: 13, day: 'MO' },
  { owner: 'weiling', title: 'Vaccination', at: '12:30', minutes: 30, week: 14, day: 'TU' },
  { owner: 'arjun', title: 'Bank', at: '11:00', minutes: 45, week: 13, day: 'FR' },
  { owner: 'siti', title: 'Clinic', at: '09:00', minutes: 60, week: 15, day: 'TU' },
  { owner: 'daniel', title: 'House viewing', at: '17:00', minutes: 60, week: 13, day: 'TH' },
  { owner: 'maya', title: 'Vet', at: '16:00', minutes: 45, week: 14, day: 'TH' },
  { owner: 'jordan', title: 'Doctor', at: '08:30', minutes: 45, week: 13, day: 'WE' },
  { owner: 'rosa', title: 'Citizenship interview', at: '10:00', minutes: 120, week: 15, day: 'MO' },
  { owner: 'theo', title: 'Band practice', at: '18:00', minutes: 120, week: 13, day: 'TH' },
];

/** Public holidays that fall on the same date each year, `MM-DD`, by zone. */
export const publicHolidays: readonly {
  readonly zone: string;
  readonly title: string;
  readonly dates: readonly string[];
}[] = [
  {
    zone: 'Europe/Paris',
    title: 'Jour férié',
    dates: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
  },
  {
    zone: 'Europe/Warsaw',
    title: 'Dzień wolny',
    dates: ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26'],
  },
  { zone: 'Asia/Singapore', title: 'Public holiday', dates: ['01-01', '05-01', '08-09', '12-25'] },
  {
    zone: 'America/New_York',
    title: 'Federal holiday',
    dates: ['01-01', '06-19', '07-04', '11-11', '12-25'],
  },
];

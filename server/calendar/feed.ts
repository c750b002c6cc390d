import { randomBytes } from 'node:crypto';
import ical from 'ical-generator';
import { keyedHash } from '../../db/keys.ts';
import type { DeskRow, Store } from '../../db/store.ts';
import { type Id, type LegalDate, type Meeting, meetingMinutes } from '../../workflows/index.ts';
import { viewerOf } from '../security/index.ts';
import { glancesAt } from '../views/glance.ts';
import { actorOf, type Dependencies } from '../write/index.ts';
import { withPlaces } from './view.ts';

/** How far back and ahead a person's own calendar is told of meetings, in days. */
const backDays = 30;
const aheadDays = 365;
/** Meetings of an organisation that are read in one go. */
const rowsAtOnce = 1000;

/** A fresh private address of a person; an earlier one ends. It is shown once, only its keyed hash is kept. */
export async function openFeed(person: string, { store, keys, now }: Dependencies): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await store.calendarFeeds.open({ person, hash: hashOf(token, keys), at: now() });
  return token;
}

function hashOf(token: string, keys: Dependencies['keys']): string {
  return keyedHash(keys.signIn, `calendar-feed ${token}`);
}

/**
 * The calendar behind a private address, as iCalendar: code, place and time of the meetings at which its person is officer or
 * deputy; nothing of anybody else and nothing of what is said there. Null when there is no such address, or its person may no
 * longer come in.
 */
export async function feedOf(token: string, dependencies: Dependencies): Promise<string | null> {
  const { store, keys, accounts, now } = dependencies;
  const person = await store.calendarFeeds.personOf(hashOf(token, keys));
  const account = person === null ? undefined : await accounts.find(person);
  if (account === undefined || account.status !== 'active' || account.organisationId === null) return null;
  const viewer = viewerOf(account, false);
  const actor = actorOf(viewer);
  const today = now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
  const rows = await meetingsOfOrganisation(
    account.organisationId,
    today.subtract({ days: backDays }).toString(),
    today.add({ days: aheadDays }).toString(),
    store,
  );
  const own = rows.filter(({ row }) => row.officers.includes(account.id) && row.at.length === 16);
  const known = await glancesAt(
    own.map(({ caseId }) => caseId),
    actor,
    dependencies,
  );
  const placed = await withPlaces(
    own.filter(({ caseId }) => known.has(caseId)),
    dependencies,
  );
  const calendar = ical({
    name: '解纷 Jiefen',
    prodId: { company: 'Jiefen', product: 'calendar', language: 'ZH' },
  });
  for (const { caseId, code, row, place } of placed) {
    const start = Temporal.PlainDateTime.from(row.at).toZonedDateTime('Asia/Shanghai').toInstant();
    calendar.createEvent({
      id: `${caseId}-${row.id}@jiefen`,
      stamp: now(),
      start,
      end: start.add({ minutes: meetingMinutes }),
      summary: `${code} ${row.kind === 'session' ? '调解 Session' : '开庭 Hearing'}`,
      ...(place === null ? {} : { location: place }),
    });
  }
  return calendar.toString();
}

/** All meetings of an organisation between two days: a busy one has more than are read in one go. */
async function meetingsOfOrganisation(
  organisation: Id,
  from: LegalDate,
  to: LegalDate,
  { reads }: Pick<Store, 'reads'>,
): Promise<readonly DeskRow<Meeting>[]> {
  const found = new Map<string, DeskRow<Meeting>>();
  let start = from;
  for (;;) {
    const rows = await reads.meetings({ organisation, from: start, to, limit: rowsAtOnce });
    for (const one of rows) found.set(`${one.caseId} ${one.row.id}`, one);
    const last = rows.at(-1)?.row.at.slice(0, 10);
    // The day on which it stopped is read again, for it may have more.
    if (rows.length < rowsAtOnce || last === undefined || last === start) return [...found.values()];
    start = last;
  }
}

/** Referrals told into the memory of a served house, and lists sent to it. */
import writeXlsxFile from 'write-excel-file/node';
import { type Data, type Desk, openDesk } from './desk.ts';
import { chosen, complained, referralSent, suit } from './desk-court.ts';
import { handoff } from './desk-words.ts';
import type { Reply, ServedHouse } from './server.ts';

/** A desk whose case is in the house's own database. */
export function deskIn(house: ServedHouse, caseId: string): Desk {
  return openDesk({ caseId, store: house.dependencies.store });
}

/** Sent on 3 September 2026 under a number of the court, in a house. */
export async function sentIn(
  house: ServedHouse,
  caseId = 'case-1',
  more: Data = {},
  number = '（2026）鲁0602民初456号',
): Promise<Desk> {
  const desk = await complained(deskIn(house, caseId), 1, more);
  desk.at('2026-09-03T10:00');
  await desk.gives('liu', 'registerSuit', suit, { number, procedure: 'ordinary' });
  return referralSent(await chosen(desk), 'entrustmentLetter');
}

/** The committee received it on Friday, 4 September, and took it at that time. */
export async function takenAt(desk: Desk, at: string): Promise<Desk> {
  await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
  await desk.gives('limin', 'acceptHandoff', handoff, {}, { at });
  return desk;
}

export type Cells = readonly (readonly string[])[];

/** A list as a court's program writes it. */
export function xlsxList(rows: Cells): Promise<Buffer> {
  return writeXlsxFile(rows.map((cells) => cells.map((value) => ({ value, type: String })))).toBuffer();
}

export function csvList(rows: Cells): Buffer {
  return Buffer.from(rows.map((cells) => cells.join(',')).join('\r\n'));
}

export interface Upload {
  readonly content: Buffer;
  readonly name?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

const september = { from: '2026-09-01', to: '2026-09-30' };

/** Sends a list with its period (September 2026 unless said otherwise) to a door. */
export function sendList(house: ServedHouse, login: string | null, upload: Upload, url = api): Promise<Reply> {
  const { content, name = 'list.csv', fields = {} } = upload;
  const head = (disposition: string) => `--x\r\ncontent-disposition: form-data; ${disposition}\r\n`;
  const parts = Object.entries({ ...september, ...fields }).map(
    ([field, value]) => `${head(`name="${field}"`)}\r\n${value}\r\n`,
  );
  const file = `${head(`name="file"; filename="${name}"`)}content-type: application/octet-stream\r\n\r\n`;
  return house.ask(login, {
    method: 'POST',
    url,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: Buffer.concat([Buffer.from(parts.join('') + file), content, Buffer.from('\r\n--x--\r\n')]),
  });
}

const api = '/api/referrals/reconciliations';

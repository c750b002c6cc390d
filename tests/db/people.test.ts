import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mask, type PersonRecord } from '../../db/people.ts';
import { emptyWriteAheadLog } from '../../db/sqlite/connection.ts';
import { peopleWriter, sqlitePeople } from '../../db/sqlite/people.ts';
import { newDataFolder } from '../support/database.ts';

const wang: PersonRecord = {
  id: 'p-wang',
  kind: 'natural',
  name: '王海燕',
  identityNumber: '370602198805172349',
  telephone: '13805350123',
  email: 'wang.haiyan@example.com',
  address: '山东省烟台市芝罘区南大街1号',
  bankAccount: '6222021606001234567',
  wechat: 'haiyan_88',
};

function peopleOf() {
  const data = newDataFolder();
  return { ...data, writer: peopleWriter(data.db, data.keys), people: sqlitePeople(data.db, data.keys) };
}

describe('a person on record', () => {
  it('is shown by name, with everything sensitive masked', async () => {
    const { writer, people } = peopleOf();
    writer.put(wang);
    expect((await people.masked(['p-wang', 'p-nobody'])).get('p-wang')).toEqual({
      id: 'p-wang',
      kind: 'natural',
      name: '王海燕',
      creditCode: null,
      isMinor: false,
      erased: false,
      identityNumber: '370****49',
      telephone: '138****0123',
      email: 'w****@example.com',
      address: '山东省烟台市****',
      bankAccount: '****4567',
      wechat: 'h****8',
    });
  });

  it('leaves none of it readable in the database file or its log', () => {
    const { writer, file } = peopleOf();
    writer.put(wang);
    const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
    expect(bytes.includes('王海燕')).toBe(true);
    for (const secret of ['13805350123', '370602198805172349', 'haiyan', '南大街', '6222021606001234567']) {
      expect(bytes.includes(secret), secret).toBe(false);
    }
  });

  it('keeps the fields that a change does not name and drops the ones it sets to null', async () => {
    const { writer, people } = peopleOf();
    writer.put(wang);
    writer.put({ id: 'p-wang', kind: 'natural', name: '王海燕', telephone: '13905350999', wechat: null });
    const shown = (await people.masked(['p-wang'])).get('p-wang');
    expect(shown?.telephone).toBe('139****0999');
    expect(shown?.wechat).toBeUndefined();
    expect(shown?.bankAccount).toBe('****4567');
  });

  it('disappears with the transaction that wrote it when that is undone', async () => {
    const { db, writer, people } = peopleOf();
    const undone = db.transaction(() => {
      writer.put(wang);
      throw new Error('the commit failed');
    });
    expect(undone).toThrow('the commit failed');
    expect((await people.masked(['p-wang'])).size).toBe(0);
  });

  it('has a credit code in the clear when it is an organisation', async () => {
    const { writer, people } = peopleOf();
    writer.put({ id: 'p-firm', kind: 'legal', name: '烟台某某果业有限公司', creditCode: '91370600MA3C000000' });
    expect((await people.masked(['p-firm'])).get('p-firm')?.creditCode).toBe('91370600MA3C000000');
  });

  it('opens with no other person’s key: a sealed value moved to another row stays closed', async () => {
    const { db, writer, people } = peopleOf();
    writer.put(wang);
    writer.put({ ...wang, id: 'p-other' });
    db.exec(`UPDATE person_field SET sealed = (SELECT sealed FROM person_field WHERE person_id = 'p-wang' AND field = 'telephone')
             WHERE person_id = 'p-other' AND field = 'telephone'`);
    await expect(people.masked(['p-other'])).rejects.toThrow();
  });
});

describe('a minor on record', () => {
  const child: PersonRecord = { id: 'p-child', kind: 'natural', name: '欧阳小鱼', isMinor: true };

  it('is listed as 欧某某某, and the full name is sealed', async () => {
    const { writer, people, file } = peopleOf();
    writer.put(child);
    expect((await people.masked(['p-child'])).get('p-child')).toMatchObject({ name: '欧某某某', isMinor: true });
    expect(Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]).includes('欧阳小鱼')).toBe(false);
    const shown = await people.reveal({ personId: 'p-child', field: 'name', revealedTo: 'a1', reason: '制作协议书' });
    expect(shown).toEqual({ ok: true, value: '欧阳小鱼' });
  });

  it('keeps the full name when somebody who knows only the masked one changes a telephone number', async () => {
    const { writer, people } = peopleOf();
    writer.put(child);
    writer.put({ id: 'p-child', kind: 'natural', name: '欧某某某', telephone: '13805350124' });
    const shown = await people.reveal({ personId: 'p-child', field: 'name', revealedTo: 'a1', reason: '制作协议书' });
    expect(shown).toEqual({ ok: true, value: '欧阳小鱼' });
  });

  it('is hidden from the moment the age is known', async () => {
    const { writer, people } = peopleOf();
    writer.put({ ...child, isMinor: false });
    writer.put({ ...child, isMinor: true });
    expect((await people.masked(['p-child'])).get('p-child')?.name).toBe('欧某某某');
    writer.put({ ...child, isMinor: false });
    expect((await people.masked(['p-child'])).get('p-child')?.name).toBe('欧阳小鱼');
  });
});

describe('unmasking', () => {
  const request = { personId: 'p-wang', field: 'telephone', revealedTo: 'a-mediator', reason: '通知调解时间' } as const;

  it('gives the value and is on record with who and why', async () => {
    const { writer, people } = peopleOf();
    writer.put(wang);
    expect(await people.reveal(request)).toEqual({ ok: true, value: '13805350123' });
    expect(await people.unmaskings('p-wang')).toEqual([{ ...request, revealedAt: expect.stringMatching(/^20.*Z$/) }]);
  });

  it('without a reason is refused and not on record', async () => {
    const { writer, people } = peopleOf();
    writer.put(wang);
    expect(await people.reveal({ ...request, reason: '  ' })).toEqual({ ok: false, code: 'reason-missing' });
    expect(await people.unmaskings('p-wang')).toEqual([]);
  });

  it('of nobody, or of a field that was never given, says so', async () => {
    const { writer, people } = peopleOf();
    expect(await people.reveal(request)).toEqual({ ok: false, code: 'person-unknown' });
    writer.put({ id: 'p-wang', kind: 'natural', name: '王海燕' });
    expect(await people.reveal(request)).toEqual({ ok: false, code: 'field-empty' });
  });
});

describe('erasure', () => {
  it('destroys the key, leaves no name, and answers no more questions', async () => {
    const { writer, people } = peopleOf();
    writer.put(wang);
    expect(writer.erase('p-wang', '个人信息保护法第四十七条')).toBe(true);
    expect((await people.masked(['p-wang'])).get('p-wang')).toEqual({
      id: 'p-wang',
      kind: 'natural',
      name: '',
      creditCode: null,
      isMinor: false,
      erased: true,
    });
    const answer = await people.reveal({ personId: 'p-wang', field: 'telephone', revealedTo: 'a1', reason: '核对' });
    expect(answer).toEqual({ ok: false, code: 'person-erased' });
  });

  it('leaves neither the name, nor the sealed values, nor the wrapped key in the file', () => {
    const { db, writer, file } = peopleOf();
    for (let number = 0; number < 50; number += 1) writer.put({ ...wang, id: `p-${number}`, name: `邻居${number}` });
    writer.put(wang);
    const sealed = db.prepare<[], string>(`SELECT sealed FROM person_field WHERE person_id = 'p-wang'`).pluck().all();
    const key = db.prepare<[], string>(`SELECT wrapped_key FROM person WHERE id = 'p-wang'`).pluck().get() ?? '';
    db.transaction(() => writer.erase('p-wang', '个人信息保护法第四十七条'))();
    expect(emptyWriteAheadLog(db)).toBe(true);
    const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
    expect(sealed).toHaveLength(6);
    for (const gone of ['王海燕', key, ...sealed]) expect(bytes.includes(gone), gone).toBe(false);
    expect(bytes.includes('邻居49')).toBe(true);
  });

  it('happens once, only to somebody who exists, and is not undone by writing the person again', () => {
    const { writer } = peopleOf();
    expect(writer.erase('p-wang', '误录')).toBe(false);
    writer.put(wang);
    expect(writer.erase('p-wang', '误录')).toBe(true);
    expect(writer.erase('p-wang', '误录')).toBe(false);
    expect(() => writer.put(wang)).toThrow(/erased/);
  });
});

describe('masking', () => {
  it('shows nothing of a value too short to hide in', () => {
    expect(mask('telephone', '12345')).toBe('****');
    expect(mask('wechat', 'abc')).toBe('****');
    expect(mask('email', '@example.com')).toBe('****');
  });

  it('never cuts a character in half', () => {
    expect(mask('name', '𠮷田')).toBe('𠮷某');
    expect(mask('wechat', '😀abcdefg😀')).toBe('😀****😀');
  });
});

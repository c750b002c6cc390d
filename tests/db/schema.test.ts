import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { statement } from '../../db/sqlite/connection.ts';
import * as schema from '../../db/sqlite/schema.ts';
import { newDataFolder } from '../support/database.ts';

const tables = Object.values(schema)
  .filter((value) => value instanceof SQLiteTable)
  .map(getTableConfig);

describe('the typed description of the tables', () => {
  it.each(tables)('says of $name what the migrations made', ({ name, columns }) => {
    const { db } = newDataFolder();
    const made = statement<[string], { name: string; type: string; required: number }>(
      db,
      `SELECT name, lower(type) AS type, ("notnull" OR pk > 0) AS required FROM pragma_table_info(?) ORDER BY name`,
    ).all(name);
    const described = columns.map((column) => ({
      name: column.name,
      type: column.getSQLType(),
      required: Number(column.notNull || column.primary),
    }));
    expect(described.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(made);
  });

  it('describes something', () => {
    expect(tables.map(({ name }) => name)).toContain('case_row');
  });
});

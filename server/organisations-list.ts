import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { type Organisation, type OrganisationKind, type Reference, type Text, text } from '../workflows/index.ts';
import { SettingsWrong } from './config.ts';

/** What a list may name: those whom work is handed out to. Courts and authorities need more than a name, and stand in the reference data. */
const kinds: readonly OrganisationKind[] = [
  'rightsAidCentre',
  'protectionCentre',
  'peopleMediationCommittee',
  'industryMediationOrganisation',
  'commercialMediationOrganisation',
];
const columns = ['id', 'kind', 'name', 'shortName', 'englishName', 'division', 'parent'] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;

/**
 * The town with the organisations of an operator's list (`JIEFEN_ORGANISATIONS`), each on the system; without a file the town
 * as it is. Throws {@link SettingsWrong}, which names every row that is wrong: nothing of such a list is used.
 */
export function withListed(town: Reference, file: string | null): Reference {
  if (file === null) return town;
  const { rows, content } = readRows(file);
  const problems: Text[] = [];
  const organisations: Record<string, Organisation> = { ...town.organisations };
  for (const [index, row] of rows.entries()) {
    const wrong = wrongIn(row, organisations, town);
    if (wrong === null) organisations[row.id] = organisationOf(row);
    // The first line names the columns.
    else problems.push(text(`${file} 第 ${index + 2} 行：${wrong.zh}`, `${file}, row ${index + 2}: ${wrong.en}`));
  }
  if (problems.length > 0) throw new SettingsWrong(problems);
  const digest = createHash('sha256').update(content).digest('hex');
  return { ...town, organisations, version: `${town.version}+list-${digest.slice(0, 12)}` };
}

function readRows(file: string): { readonly rows: readonly Row[]; readonly content: string } {
  try {
    const content = readFileSync(file, 'utf8');
    const rows: Partial<Row>[] = parse(content, { bom: true, columns: true, skip_empty_lines: true, trim: true });
    return { content, rows: rows.map((row) => ({ ...blank, ...row })) };
  } catch (error) {
    const isOurs = error instanceof CsvError || (error instanceof Error && 'code' in error);
    if (!isOurs) throw error;
    const wanted = columns.join(',');
    throw new SettingsWrong([
      text(
        `机构名单 ${file} 无法读取（${error.message}）。应为 UTF-8 的 CSV，首行为 ${wanted}。`,
        `The list of organisations ${file} cannot be read (${error.message}). It is a CSV in UTF-8 whose first line is ${wanted}.`,
      ),
    ]);
  }
}

const blank: Row = { id: '', kind: '', name: '', shortName: '', englishName: '', division: '', parent: '' };

/** What is wrong with a row, beside those that came before it; null when nothing is. */
function wrongIn(row: Row, known: Reference['organisations'], { counties }: Reference): Text | null {
  const codes = counties.map(({ code }) => code);
  if (!/^[A-Za-z][A-Za-z0-9-]{2,59}$/.test(row.id))
    return text(
      'id 为 3 至 60 个字母、数字或连字符，以字母开头。',
      'id is 3 to 60 letters, digits or hyphens, a letter first.',
    );
  if (Object.hasOwn(known, row.id))
    return text(`已有 id 为 ${row.id} 的机构。`, `there is an organisation ${row.id} already.`);
  if (!kinds.some((kind) => kind === row.kind))
    return text(`kind 应为 ${kinds.join('、')} 之一。`, `kind is one of ${kinds.join(', ')}.`);
  if (row.name === '' || row.name.length > 120)
    return text('name 必填，不超过 120 字。', 'name is needed, up to 120 characters.');
  if (row.division !== '' && !codes.includes(row.division))
    return text(`division 留空，或者为 ${codes.join('、')} 之一。`, `division is empty or one of ${codes.join(', ')}.`);
  if (row.parent !== '' && !Object.hasOwn(known, row.parent))
    return text(`没有 id 为 ${row.parent} 的上级机构。`, `there is no parent ${row.parent}.`);
  return null;
}

function organisationOf({ id, kind, name, shortName, englishName, division, parent }: Row): Organisation {
  return {
    id,
    kind: kinds.find((one) => one === kind)!,
    name: text(name, englishName || name),
    shortName: text(shortName || name, englishName || shortName || name),
    onSystem: true,
    division: division || null,
    parent: parent || null,
    courtCode: null,
    courtLevel: null,
    publicTelephone: null,
    source: '运营方提供的机构名单',
    verified: 'secondary',
  };
}

import {
  commands,
  consentAnswers,
  type Fact,
  type Id,
  type StatementLevel,
  statementLevels,
  type Text,
  text,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';

/** Something a party said or signed, and how sure we are that it was that party (levels 0 to 2). */
export interface StatementView {
  readonly what: Text;
  readonly on: string;
  readonly level: StatementLevel;
  readonly levelLabel: Text;
  /** Whether the party gave it itself at its own door; else somebody at work recorded it. */
  readonly own: boolean;
  /** The entry of the timeline that says so; null for a signature. */
  readonly entry: number | null;
}

/** Commands that need a signed paper whoever records them (design §7: authority, address for service). */
const onPaper: readonly string[] = ['confirmServiceAddress', 'appointAgent'];

/** What a party said and signed, as far as the viewer may read it, latest first. */
export function statementViews(look: Look, party: Id): readonly StatementView[] {
  const readable = new Set(
    look.journal.filter((entry) => look.visible.body(entry)).map(({ envelope }) => envelope.seq),
  );
  const said = Object.values(look.caseFile.facts)
    .filter((fact) => fact.party === party && fact.annulledBy === null && readable.has(fact.seq))
    .flatMap((fact) => saidIn(fact));
  return [...said, ...signed(look, party)].toSorted((one, other) => other.on.localeCompare(one.on));
}

function saidIn(fact: Fact): readonly StatementView[] {
  const own = fact.values.byParty !== undefined;
  const level = levelOf(fact);
  const label = commands[fact.type]?.label;
  if (level === null || label === undefined) return [];
  const answer = fact.type === 'recordConsent' ? answerOf(fact) : undefined;
  return [
    {
      what: answer ?? label,
      on: fact.occurredOn,
      level,
      levelLabel: statementLevels[level],
      own,
      entry: fact.seq,
    },
  ];
}

function levelOf({ type, values }: Fact): StatementLevel | null {
  if (onPaper.includes(type)) return 2;
  const told = values.byParty ?? (type === 'recordConsent' ? values.level : undefined);
  return told === 0 || told === 1 || told === 2 ? told : null;
}

/** Answers are codes of the command's own list. */
function answerOf({ values }: Fact): Text | undefined {
  return consentAnswers[values.answer as keyof typeof consentAnswers]?.label;
}

function signed({ caseFile, visible }: Look, party: Id): readonly StatementView[] {
  return Object.values(caseFile.proceedings)
    .filter(({ id }) => visible.fully(id))
    .flatMap(({ agreements }) => Object.values(agreements))
    .flatMap(({ signatures, number }) =>
      signatures
        .filter((one) => one.party === party)
        .map(({ signedOn, level }) => ({
          what: text(
            `签署调解协议${number === null ? '' : ` ${number}`}`,
            `Signed the mediation agreement${number === null ? '' : ` ${number}`}`,
          ),
          on: signedOn,
          level,
          levelLabel: statementLevels[level],
          own: false,
          entry: null,
        })),
    );
}

import type { Actor, CaseFile, Id } from './case-file.ts';
import { channelOf } from './channels/index.ts';
import type { CommandDefinition, Context } from './command.ts';
import { type Refusal, refuse } from './refusal.ts';
import { partyActs } from './rules/party-acts.ts';
import { statementLevels } from './rules/reasons.ts';
import { text } from './text.ts';

/**
 * Whether a party may give a command at its own door: its own proceeding, an act of this door, and known surely enough. Null:
 * it may. What it may not know of is refused like what does not exist.
 */
export function admitsParty(
  { type }: Pick<CommandDefinition, 'type'>,
  { caseFile, proceeding }: Pick<Context, 'caseFile' | 'proceeding'>,
  { party, level }: NonNullable<Actor['speaks']>,
): Refusal | null {
  const act = Object.hasOwn(partyActs, type) ? partyActs[type] : undefined;
  if (act === undefined || proceeding === null || !takesPart(caseFile, party, proceeding.matters)) return notHere;
  const family = channelOf(proceeding.channel)?.family;
  if (act.anywhere !== true && family !== 'mediation' && proceeding.channel !== 'intake') return notHere;
  if (level < act.level) {
    return refuse(
      'identity-not-sure',
      text(
        `这项需要“${statementLevels[act.level].zh}”。${act.why.zh}`,
        `This needs more certainty: ${statementLevels[act.level].en}. ${act.why.en}`,
      ),
      {
        status: 'forbidden',
        basis: act.basis,
        instead:
          act.level === 2
            ? text('请到承办机构办理，或者寄送签名的原件。', 'Come to the organisation, or send the signed original.')
            : text(
                '请先用验证码核实身份，或者致电承办机构。',
                'Give the one-time code first, or ring the organisation.',
              ),
      },
    );
  }
  if (proceeding.endedOn !== null && act.afterEnd !== true) {
    return refuse('not-in-this-state', text('这项程序已经结束。', 'This proceeding has ended.'), {
      instead: text('请致电承办机构。', 'Please ring the organisation.'),
    });
  }
  return null;
}

const notHere = refuse('not-allowed', text('这项不能在这里办理。', 'This cannot be done here.'), {
  status: 'forbidden',
  instead: text('请致电承办机构。', 'Please ring the organisation.'),
});

function takesPart(caseFile: CaseFile, party: Id, matters: readonly Id[]): boolean {
  const own = mattersOfParty(caseFile, party);
  return matters.some((id) => own.has(id));
}

/** The matters in which somebody is a party; a third party stands in all of them. */
export function mattersOfParty(caseFile: CaseFile, party: Id): ReadonlySet<Id> {
  const side = caseFile.parties[party]?.side;
  return new Set(
    Object.values(caseFile.matters)
      .filter(
        ({ claimants, respondents }) => side === 'third' || claimants.includes(party) || respondents.includes(party),
      )
      .map(({ id }) => id),
  );
}

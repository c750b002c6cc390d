import type { Context, Requirement } from '../command.ts';
import { type Exclusion, exclusions } from '../path/exclusions.ts';
import type { Refusal } from '../refusal.ts';
import { type Text, text } from '../text.ts';

export type ExclusionId = (typeof exclusions)[number]['id'];

/**
 * A requirement that applies one of the law's exclusions: its sentence, article and way out come from the table. Exclusions
 * that another body decides warn; ours block.
 */
export function excluded<Data>(
  id: ExclusionId,
  code: string,
  looksAt: 'state' | 'data',
  applies: (context: Context<Data>) => boolean,
  field?: string,
): Requirement<Data> {
  const row: Exclusion = exclusions.find((one) => one.id === id)!;
  const sentence = notAllowed(id).text;
  const warning = text(
    `${row.forbids.zh}。${row.why.zh}由接收机关决定。`,
    `${row.forbids.en}. ${row.why.en} The receiving body decides.`,
  );
  return {
    code,
    effect: row.decidedBy === 'us' ? 'blocks' : 'warns',
    decidedBy: row.decidedBy,
    basis: row.basis,
    looksAt,
    check: (context) =>
      applies(context)
        ? {
            text: row.decidedBy === 'us' ? sentence : warning,
            instead: row.instead,
            ...(field === undefined ? {} : { field }),
          }
        : null,
  };
}

/** What an exclusion of ours says to who asks for it all the same: its sentence, its articles and the way out. */
export function notAllowed(id: ExclusionId): Pick<Refusal, 'text' | 'basis'> & { readonly instead: Text } {
  const { forbids, why, basis, instead }: Exclusion = exclusions.find((one) => one.id === id)!;
  return { text: text(`不允许：${forbids.zh}。${why.zh}`, `Not allowed: ${forbids.en}. ${why.en}`), basis, instead };
}

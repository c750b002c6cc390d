import type { NumberRequest } from '../../db/store.ts';
import type { Context, Given } from '../../workflows/index.ts';

/** How official numbers are written where the town's policies (`number.<kind>`) say nothing else. */
const standardPatterns: Readonly<Record<string, string>> = {
  caseCode: '烟知解〔{year}〕{number}号',
  mediationCase: '（{year}）烟知人调字第{number}号',
  commercialCase: '（{year}）烟商调字第{number}号',
};

/** Registers that the whole town shares; the others run per organisation. */
const townRegisters: Readonly<Record<string, string>> = { caseCode: 'town' };

/** The request for a number that a command needs (`number:mediationCase`). */
export function numberRequest(
  kind: string,
  commandId: string,
  organisation: string,
  { reference, today }: Given,
): NumberRequest {
  const policies = reference.policies.filter(
    ({ id, from, to }) => id === `number.${kind}` && (from ?? '') <= today && (to === null || today <= to),
  );
  const policy =
    policies.find((one) => one.organisation === organisation) ?? policies.find((one) => one.organisation === null);
  const pattern = policy?.value ?? standardPatterns[kind];
  if (pattern === undefined) throw new Error(`no pattern for numbers of kind ${kind}`);
  return {
    commandId,
    kind,
    organisation: townRegisters[kind] ?? organisation,
    year: Number(today.slice(0, 4)),
    pattern,
  };
}

/** The organisation in whose register a command's number runs: the custodian, or at the door the actor's own. */
export function registerOf(context: Context<unknown>): string {
  return context.proceeding?.organisation ?? context.given.actor.organisation ?? '';
}

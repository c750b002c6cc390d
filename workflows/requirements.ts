import { admits } from './access.ts';
import type { CaseFile, Id, Irregularity, MachineSlot, Parts, Target } from './case-file.ts';
import type { CommandDefinition, Context, Given } from './command.ts';
import { kit } from './machines.ts';
import { isRefusal, type Refusal, refuse, type Warning } from './refusal.ts';
import { commands } from './registry.ts';
import { text } from './text.ts';

/** The context of a command before anything is filled in; null when its target does not exist. */
export function contextOf(
  caseFile: CaseFile,
  definition: CommandDefinition,
  target: Target,
  given: Given,
): Context<null> | null {
  if (target.kind !== definition.target) return null;
  const matter = target.kind === 'matter' ? partOf(caseFile.matters, target.id) : null;
  const handoff = target.kind === 'handoff' ? partOf(caseFile.handoffs, target.id) : null;
  const home = target.kind === 'proceeding' ? target.id : handoff?.fromProceeding;
  const proceeding = home === undefined ? null : partOf(caseFile.proceedings, home);
  const found = {
    case: target.id === caseFile.id,
    matter: matter !== null,
    proceeding: proceeding !== null,
    handoff: handoff !== null,
  };
  if (!found[target.kind]) return null;
  const slot: MachineSlot | null =
    (handoff ?? matter ?? (target.kind === 'proceeding' ? proceeding : null))?.slot ?? null;
  return {
    caseFile,
    given,
    target,
    slot,
    matter,
    proceeding,
    handoff,
    occurredOn: given.today,
    day: given.today,
    data: null,
  };
}

/** Ids come from outside: one that names something every object has (`constructor`) names no part. */
function partOf<T>(parts: Parts<T>, id: Id): T | null {
  return Object.hasOwn(parts, id) ? (parts[id] ?? null) : null;
}

/** What the requirements of a command say together. */
export interface Judgement {
  readonly refusal: Refusal | null;
  readonly warnings: readonly Warning[];
  readonly irregular: readonly Irregularity[];
}

/** Asks every requirement in order: the first that blocks refuses; the others warn or mark. */
export function judge(definition: CommandDefinition, context: Context<never>): Judgement {
  const warnings: Warning[] = [];
  const irregular: Irregularity[] = [];
  for (const requirement of definition.requires) {
    const objection = requirement.check(context);
    if (objection === null) continue;
    const { code } = requirement;
    const basis = objection.basis ?? requirement.basis;
    const instead = objection.instead ?? null;
    if (requirement.effect === 'warns') warnings.push({ code, text: objection.text, basis, instead });
    else if (requirement.effect === 'marks') irregular.push({ code, text: objection.text, basis, repair: instead });
    else
      return {
        refusal: refuse(code, objection.text, { basis, instead, field: objection.field ?? null }),
        warnings,
        irregular,
      };
  }
  return { refusal: null, warnings, irregular };
}

/** The refusal of a machine that takes no transition, in the words of its state. */
export function unavailable(context: Context<unknown>): Refusal {
  const { label } = kit.meta(context.slot!);
  const possible = kit.known(context.slot!).flatMap((type) => commands[type]?.label ?? []);
  const list = (language: 'zh' | 'en') => possible.map((one) => one[language]).join(language === 'zh' ? '、' : ', ');
  return refuse(
    'not-in-this-state',
    text(`当前状态“${label.zh}”下不能办理。`, `Not possible in the state “${label.en}”.`),
    {
      instead: possible.length === 0 ? null : text(`现在可以办理：${list('zh')}。`, `Possible now: ${list('en')}.`),
    },
  );
}

/** Whether a command can be given now: yes; it depends on what is filled in; or no, and why. */
export interface Offer {
  readonly definition: CommandDefinition;
  readonly target: Target;
  readonly allowed: 'yes' | 'depends' | 'no';
  readonly refusal: Refusal | null;
  /** The organisation for which it would be recorded; evidence is then obligatory. */
  readonly onBehalfOf: string | null;
}

/**
 * What an actor could do with one target. Commands that are not the actor's to give are left out; those of another state
 * come with the reason. System commands are never offered.
 */
export function offersFor(caseFile: CaseFile, target: Target, given: Given): readonly Offer[] {
  // The context of commands with the same target is the same.
  let known: Context<null> | null | undefined;
  return Object.values(commands).flatMap((definition) => {
    if (definition.target !== target.kind || definition.relation === 'system') return [];
    if (known === undefined) known = contextOf(caseFile, definition, target, given);
    const context = known;
    if (context === null || !belongs(definition, context)) return [];
    const admitted = admits(definition, context, 'later');
    if (isRefusal(admitted)) {
      return admitted.code === 'not-assigned'
        ? [{ definition, target, allowed: 'no' as const, refusal: admitted, onBehalfOf: null }]
        : [];
    }
    return [{ definition, target, ...possibility(definition, context), onBehalfOf: admitted.onBehalfOf }];
  });
}

/** A command of one channel's machine is no command of another channel, and some concern few cases only. */
export function belongs(definition: CommandDefinition, context: Context): boolean {
  return isOfMachine(definition, context) && definition.concerns(context);
}

function isOfMachine({ machine, sharedWith }: CommandDefinition, { slot }: Context<unknown>): boolean {
  if (machine === null) return true;
  return slot !== null && (slot.machine === machine || sharedWith.includes(slot.machine));
}

/** The refusal of a command that does not belong to its target. */
export function foreign(definition: CommandDefinition, context: Context<unknown>): Refusal {
  if (!isOfMachine(definition, context)) return unavailable(context);
  return refuse('not-for-this-case', text('这项操作不适用于本案。', 'This does not apply to this case.'), {
    instead: text(
      '案件来源或争议情况登记有误的，请先更正。',
      'If the way it came in, or the dispute, is noted wrongly, correct that first.',
    ),
  });
}

function possibility(definition: CommandDefinition, context: Context<null>): Pick<Offer, 'allowed' | 'refusal'> {
  const { slot } = context;
  if (definition.kind === 'step' && slot !== null && !kit.known(slot).includes(definition.type)) {
    return { allowed: 'no', refusal: unavailable(context) };
  }
  for (const requirement of definition.requires) {
    if (requirement.looksAt === 'data' || requirement.effect !== 'blocks') continue;
    const objection = requirement.check(context as Context<never>);
    if (objection !== null) {
      return {
        allowed: 'no',
        refusal: refuse(requirement.code, objection.text, {
          basis: objection.basis ?? requirement.basis,
          instead: objection.instead ?? null,
        }),
      };
    }
  }
  const depends =
    definition.requires.some((requirement) => requirement.looksAt === 'data') || definition.factCases.length > 1;
  return { allowed: depends ? 'depends' : 'yes', refusal: null };
}

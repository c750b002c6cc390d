import { type CaseFile, dayOf, type Fact, type Id, patchPart } from '../case-file.ts';
import { type Context, command, dataRequirement } from '../command.ts';
import { factLabel } from '../fact-labels.ts';
import { isBefore } from '../facts.ts';
import { legalDate, oneOf, textOf } from '../fields.ts';
import { deskRoles } from '../reference.ts';
import { type Text, text } from '../text.ts';

/** Facts whose date this actor may correct: those of its own organisation's proceedings that still stand. */
function amendable(context: Context): readonly Fact[] {
  const { caseFile, given } = context;
  return Object.values(caseFile.facts).filter(
    (fact) =>
      fact.annulledBy === null &&
      fact.type !== 'amendFact' &&
      !insideFacts.includes(fact.type) &&
      (fact.ownDate === true || fact.id === `${fact.seq}-0`) &&
      (fact.proceeding === null || recorderOf(fact, context) === given.actor.organisation),
  );
}

const answers: readonly string[] = ['receiveHandoff', 'acceptHandoff', 'returnHandoff'];

/** Whose record a fact is: the custodian's; the answer to a handoff is the receiver's, where it is on the system. */
function recorderOf(fact: Fact, { caseFile, given }: Context): Id | undefined {
  const handoff = fact.handoff === null ? undefined : caseFile.handoffs[fact.handoff];
  const receiver = given.reference.organisations[handoff?.toOrganisation ?? ''];
  return answers.includes(fact.type) && receiver?.onSystem
    ? receiver.id
    : caseFile.proceedings[fact.proceeding ?? '']?.organisation;
}

/** What happened inside a mediation is not even listed for those outside it. */
const insideFacts: readonly string[] = ['noteInside'];

function datedLabel({ occurredOn, type }: Fact): Text {
  const { zh, en } = factLabel(type);
  return text(`${occurredOn.replace('T', ' ')} ${zh}`, `${occurredOn.replace('T', ' ')} ${en}`);
}

/** Where a date of the dossier repeats a fact's date, so that a correction moves both. */
const datesByFact: Readonly<Record<string, 'offeredOn' | 'receivedOn' | 'answeredOn'>> = {
  offerHandoff: 'offeredOn',
  receiveHandoff: 'receivedOn',
  acceptHandoff: 'answeredOn',
  returnHandoff: 'answeredOn',
};

/** Corrects the date of a fact. The old date stays on record, clocks follow, and both dates are shown. */
export const amendFact = command({
  type: 'amendFact',
  target: 'case',
  kind: 'correction',
  label: text('更正日期', 'Amend a date'),
  by: deskRoles,
  relation: 'anyCustodian',
  occurredOn: null,
  fields: {
    fact: oneOf({
      label: text('要更正的记录', 'Entry to correct'),
      choices: (context) =>
        amendable(context).map((fact) => ({
          value: fact.id,
          label: datedLabel(fact),
          person: null,
        })),
    }),
    occurredOn: legalDate({ label: text('正确的日期', 'The right date') }),
    reason: textOf({ label: text('更正原因和依据', 'Reason and evidence'), maxLength: 300 }),
  },
  requires: [
    dataRequirement<{ fact: Id; occurredOn: string }>({
      code: 'amendment-changes-nothing',
      basis: [],
      check: ({ data, caseFile }) =>
        caseFile.facts[data.fact]?.occurredOn === data.occurredOn
          ? { text: text('日期没有变化。', 'The date is the same.'), field: 'occurredOn' }
          : null,
    }),
    dataRequirement<{ fact: Id; occurredOn: string }>({
      code: 'amendment-breaks-order',
      basis: [],
      check: ({ data, caseFile }) => {
        const neighbour = jumpedOver(caseFile, caseFile.facts[data.fact]!, data.occurredOn);
        return neighbour === null
          ? null
          : {
              text: text(
                `更正后将与 ${neighbour} 的步骤次序颠倒。`,
                `The step of ${neighbour} would then lie on the wrong side.`,
              ),
              instead: text('请先更正那一步的日期。', 'Amend that step first.'),
              field: 'occurredOn',
            };
      },
    }),
  ],
  apply: ({ data, caseFile }) => {
    const fact = caseFile.facts[data.fact]!;
    const moved = datedWith(caseFile, fact);
    const amended = moved.reduce(
      (file, one) =>
        patchPart(file, 'facts', one.id, {
          occurredOn: data.occurredOn,
          values: withFilingDate(one, data.occurredOn),
          amendedFrom: [...one.amendedFrom, { occurredOn: one.occurredOn, by: caseFile.seq + 1 }],
        }),
      caseFile,
    );
    return {
      caseFile: withLastStepDate(withDossierDate(amended, fact, data.occurredOn), fact.seq, data.occurredOn),
      corrects: fact.seq,
      proceeding: fact.proceeding,
      party: fact.party,
      matters: fact.matters,
      values: { fact: fact.id, from: fact.occurredOn, to: data.occurredOn },
      body: { moved: moved.map(({ id }) => id) },
    };
  },
});

/** The fact and those of its entry that took their date from it: what a step started moves with the step. */
function datedWith(caseFile: CaseFile, fact: Fact): readonly Fact[] {
  if (fact.ownDate === true) return [fact];
  return Object.values(caseFile.facts).filter((one) => one.seq === fact.seq && one.ownDate !== true);
}

/** A filing that came by no post was filed when it was received. */
function withFilingDate({ values, occurredOn: before }: Fact, occurredOn: string): Fact['values'] {
  return values.filedOn === dayOf(before) ? { ...values, filedOn: dayOf(occurredOn) } : values;
}

/** What lay before anybody brought the dispute here: it belongs to the order of no step. */
const beforeTheCase: readonly string[] = ['infringementKnown', 'rightHarmed', 'preservationMeasureTaken'];

const openings: readonly string[] = ['openCase', 'openProceeding'];

/** An opening lies before everything that happened in what it opened, and no proceeding before its case. */
function jumpedByOpening(caseFile: CaseFile, fact: Fact, occurredOn: string): string | null {
  const { openedOn } = caseFile.header;
  if (fact.type === 'openProceeding' && isBefore(occurredOn, openedOn)) return dayOf(openedOn);
  const opened = fact.proceeding ?? fact.values.proceeding;
  const inside = Object.values(caseFile.facts).find(
    (one) =>
      one.seq > fact.seq &&
      one.annulledBy === null &&
      (fact.type === 'openCase' || one.proceeding === opened) &&
      isBefore(one.occurredOn, occurredOn),
  );
  return inside === undefined ? null : dayOf(inside.occurredOn);
}

/** Moves the dossier's own copy of the date: of a handoff, of a proceeding's opening, of the case's registration. */
function withDossierDate(caseFile: CaseFile, fact: Fact, occurredOn: string): CaseFile {
  const field = datesByFact[fact.type];
  if (field !== undefined && fact.handoff !== null)
    return patchPart(caseFile, 'handoffs', fact.handoff, { [field]: occurredOn });
  if (fact.type === 'openCase') {
    const registered = { ...caseFile, header: { ...caseFile.header, openedOn: occurredOn } };
    const first = Object.values(caseFile.facts).find((one) => one.seq === fact.seq && one.type === 'openProceeding');
    return first === undefined ? registered : withOpening(registered, first, occurredOn);
  }
  return fact.type === 'openProceeding' ? withOpening(caseFile, fact, occurredOn) : caseFile;
}

function withOpening(caseFile: CaseFile, { values, proceeding }: Fact, openedOn: string): CaseFile {
  const id = proceeding ?? String(values.proceeding);
  return caseFile.proceedings[id] === undefined ? caseFile : patchPart(caseFile, 'proceedings', id, { openedOn });
}

function withLastStepDate(caseFile: CaseFile, seq: number, occurredOn: string): CaseFile {
  let result = caseFile;
  for (const group of ['matters', 'handoffs', 'proceedings'] as const) {
    for (const one of Object.values(result[group])) {
      if (one.lastStep?.seq === seq) result = patchPart(result, group, one.id, { lastStep: { seq, occurredOn } });
    }
  }
  return result;
}

/** The date that the corrected fact would come to lie on the wrong side of: the opening before it, or the last step after it. */
function jumpedOver(caseFile: CaseFile, fact: Fact, occurredOn: string): string | null {
  if (openings.includes(fact.type)) return jumpedByOpening(caseFile, fact, occurredOn);
  if (beforeTheCase.includes(fact.type)) return null;
  const proceeding = fact.proceeding === null ? undefined : caseFile.proceedings[fact.proceeding];
  if (proceeding !== undefined && isBefore(occurredOn, proceeding.openedOn)) return dayOf(proceeding.openedOn);
  const thing = fact.handoff === null ? proceeding : caseFile.handoffs[fact.handoff];
  const last = thing?.lastStep ?? null;
  if (last === null || last.seq <= fact.seq) return null;
  return isBefore(last.occurredOn, occurredOn) ? dayOf(last.occurredOn) : null;
}

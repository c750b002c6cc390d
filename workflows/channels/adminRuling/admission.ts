import type { CaseFile, Id, Proceeding } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type Context, dataRequirement, type Requirement, stateRequirement } from '../../command.ts';
import { undecided } from '../../dossier/consent.ts';
import { factsOf } from '../../facts.ts';
import { text } from '../../text.ts';
import { isOnBehalf, levelOf } from './shared.ts';
import { type RulingVariantId, rulingVariants } from './variants.ts';

/** Who asks (O81 12). An exclusive licensee may ask alone, a sole one if the owner does not, an ordinary one only with authority. */
export const standings = {
  owner: text('专利权人', 'Patentee'),
  exclusive: text('独占实施被许可人', 'Exclusive licensee'),
  soleOwnerSilent: text('排他实施被许可人（专利权人不请求）', 'Sole licensee; the patentee does not ask'),
  ordinaryAuthorised: text('普通实施被许可人（合同约定或者经授权）', 'Ordinary licensee with authority'),
  heir: text('合法继承人', 'Lawful heir'),
  sole: text('排他实施被许可人（专利权人自行请求）', 'Sole licensee; the patentee asks itself'),
  ordinary: text('普通实施被许可人（未经授权）', 'Ordinary licensee without authority'),
  drugApplicant: text('药品上市许可申请人', 'Applicant for marketing of a drug'),
} as const;

const without: readonly (keyof typeof standings)[] = ['sole', 'ordinary'];

/** Suits over a dispute that are still undecided in this case. */
export function suitOver(caseFile: CaseFile, matters: readonly Id[]): Proceeding | undefined {
  return Object.values(caseFile.proceedings).find(
    (one) =>
      one.channel === 'litigation' &&
      one.endedOn === null &&
      matters.some((id) => one.matters.includes(id) && one.outcomes[id] === undefined),
  );
}

interface FilingData {
  readonly standing: keyof typeof standings;
  readonly variant: RulingVariantId | null;
  readonly majorGround: string | null;
  readonly drugPublishedOn: string | null;
  readonly commission: Id | null;
  readonly foreignAuthority: boolean;
  readonly operatorDiffers: boolean;
  readonly otherRouteAgreed: boolean;
  readonly suedElsewhere: boolean;
}

/** Our own decision: where a department without a login filed the case, its decision stands and is only written down. */
function ours<Data>(context: Context<Data>): boolean {
  return !isOnBehalf(context.given.actor.organisation, context.proceeding!);
}

const entitled = dataRequirement<FilingData>({
  code: 'requester-not-entitled',
  basis: [{ instrument: 'O81', article: '第十二条' }],
  check: (context) =>
    without.includes(context.data.standing) && ours(context)
      ? {
          text: text('该被许可人不能单独请求行政裁决。', 'This licensee cannot ask for a ruling alone.'),
          instead: text(
            '请由专利权人请求，或补交专利权人不请求、授权请求的证明。',
            'Let the patentee ask, or file proof that it does not ask or gave authority.',
          ),
          field: 'standing',
        }
      : null,
});

const definiteRespondent = stateRequirement({
  code: 'ruling-respondent-unknown',
  basis: [{ instrument: 'O81', article: '第十二条(二)' }],
  check: ({ caseFile, proceeding }) =>
    undecided(proceeding!).every((id) => (caseFile.matters[id]?.respondents.length ?? 0) > 0)
      ? null
      : {
          text: text('还没有登记明确的被请求人。', 'No definite respondent is registered yet.'),
          instead: text('请先增加被请求人，或要求补正。', 'Add the respondent first, or require a correction.'),
        },
});

const patents = ['inventionPatent', 'utilityModel', 'designPatent'] as const;

const withinRemit = stateRequirement({
  code: 'outside-ruling-remit',
  basis: [{ instrument: 'O81', article: '第十二条(四)' }],
  check: ({ caseFile, proceeding }) => {
    const found = undecided(proceeding!).map((id) => caseFile.matters[id]);
    const inside = found.every(
      (matter) =>
        patents.some((kind) => kind === matter?.right.kind) && [null, 'infringement'].includes(matter?.dispute ?? null),
    );
    return inside
      ? null
      : {
          text: text('行政裁决只处理专利侵权纠纷。', 'A ruling is given over patent infringement only.'),
          instead: text(
            '请核对权利类型和争议类型，或不予立案。',
            'Check the kinds of right and dispute, or do not file.',
          ),
        };
  },
});

/** F3: nobody has sued over it. F2: no other way was agreed (O81 12(5)). */
const notSued = dataRequirement<FilingData>({
  code: 'ruling-barred-by-suit',
  basis: [{ instrument: 'O81', article: '第十二条(五)' }],
  check: (context) =>
    (context.data.suedElsewhere || suitOver(context.caseFile, undecided(context.proceeding!)) !== undefined) &&
    ours(context)
      ? {
          text: text(
            '当事人已就该纠纷起诉，不符合请求行政裁决的条件。',
            'A party has sued over the dispute: a ruling cannot be asked for.',
          ),
          instead: text('请不予立案，告知在诉讼中主张。', 'Do not file; the claim belongs into that suit.'),
          field: 'suedElsewhere',
        }
      : null,
});

const noOtherRoute = dataRequirement<FilingData>({
  code: 'ruling-barred-by-agreed-route',
  basis: [{ instrument: 'O81', article: '第十二条(五)' }],
  check: (context) =>
    context.data.otherRouteAgreed && ours(context)
      ? {
          text: text(
            '当事人约定了其他解决方式，不符合请求行政裁决的条件。',
            'The parties agreed on another way: a ruling cannot be asked for.',
          ),
          instead: text('请不予立案，告知按约定办理。', 'Do not file; tell them to go the agreed way.'),
          field: 'otherRouteAgreed',
        }
      : null,
});

const foreignAuthority = dataRequirement<FilingData>({
  code: 'foreign-authority-not-authenticated',
  basis: [{ instrument: 'O81', article: '第十八条' }],
  check: (context) => {
    const { data, caseFile, proceeding } = context;
    const requesters = undecided(proceeding!).flatMap((id) => caseFile.matters[id]?.claimants ?? []);
    const foreign = requesters.some((id) => caseFile.parties[id]?.foreign && caseFile.parties[id].agents.length > 0);
    return foreign && !data.foreignAuthority && ours(context)
      ? {
          text: text(
            '境外请求人的委托手续未经公证认证。',
            "The foreign requester's authority is not notarised and authenticated.",
          ),
          instead: text('请要求补正，或确认条约另有规定。', 'Require a correction, or make sure a treaty frees it.'),
          field: 'foreignAuthority',
        }
      : null;
  },
});

/** Major and drug cases are for the office of the State, and that office rules on no others (PL 70, O81 55-60). */
const rightOffice = dataRequirement<FilingData>({
  code: 'variant-not-for-this-office',
  basis: [
    { instrument: 'PL', article: '第七十条' },
    { instrument: 'PLR', article: '第九十六条' },
  ],
  check: ({ data, given, proceeding }) => {
    const national = levelOf(given.reference.organisations[proceeding!.organisation]) === 'national';
    const variant = data.variant ?? (national ? 'major' : 'ordinary');
    return rulingVariants[variant].national === national
      ? null
      : {
          text: text(
            '重大和药品专利裁决由国务院专利行政部门办理，其他案件由地方部门办理。',
            'Major and drug cases are for the patent office of the State, others for the local departments.',
          ),
          field: 'variant',
        };
  },
});

const majorNeedsGround = dataRequirement<FilingData>({
  code: 'major-ground-missing',
  basis: [{ instrument: 'PLR', article: '第九十六条' }],
  check: ({ data, given, proceeding }) => {
    const national = levelOf(given.reference.organisations[proceeding!.organisation]) === 'national';
    return (data.variant ?? (national ? 'major' : 'ordinary')) === 'major' && data.majorGround === null
      ? { text: text('请写明属于重大案件的哪一种情形。', 'Say what makes it a major case.'), field: 'majorGround' }
      : null;
  },
});

const drugInTime = dataRequirement<FilingData>({
  code: 'drug-window-passed',
  effect: 'warns',
  basis: [{ instrument: 'O81', article: '第六十条(三)' }],
  check: ({ data, caseFile, proceeding, given }) => {
    if (data.variant !== 'drug' || data.drugPublishedOn === null || data.standing === 'drugApplicant') return null;
    const asked =
      factsOf(caseFile, 'rulingRequested', { proceeding: proceeding!.id })[0]?.occurredOn.slice(0, 10) ?? '';
    const { due } = dueByRule('ruling.drug_window', data.drugPublishedOn, given.calendar);
    return due !== null && asked > due
      ? {
          text: text(`专利权人请求的期限已于 ${due} 届满。`, `The patentee's time to ask ended on ${due}.`),
          field: 'drugPublishedOn',
        }
      : null;
  },
});

/** A county, or a centre, carries rulings out by commission; the text for Shandong is not read, so it warns (O81 7-8, O352). */
const commissioned = dataRequirement<FilingData>({
  code: 'commission-needed',
  effect: 'warns',
  basis: [{ instrument: 'O81', article: '第七条、第八条' }],
  check: ({ data, given, proceeding }) => {
    const organisation = given.reference.organisations[proceeding!.organisation];
    const level = levelOf(organisation);
    const competent = organisation?.kind === 'patentAdministrationDepartment' && level !== null && level !== 'county';
    return competent || data.commission !== null
      ? null
      : {
          text: text(
            '县级部门或保护中心承办须有委托文书或省级依据（待核实）；文书以委托部门名义作出。',
            'A county department or a centre needs a commission or a provincial basis (to be confirmed); papers go out in the name of the department that gave it.',
          ),
          instead: text('请收录委托文书并选择。', 'Put the commission on the file and choose it.'),
          field: 'commission',
        };
  },
});

const operatorsJoined = dataRequirement<FilingData>({
  code: 'actual-operator-not-joined',
  basis: [{ instrument: 'O81', article: '第二十三条(二)' }],
  check: (context) => {
    const { data, caseFile, proceeding } = context;
    const respondents = undecided(proceeding!).flatMap((id) => caseFile.matters[id]?.respondents ?? []);
    return data.operatorDiffers && new Set(respondents).size < 2 && ours(context)
      ? {
          text: text(
            '登记经营者与实际经营者不一致的，二者为共同被请求人。',
            'Where the registered and the actual operator differ, both are respondents.',
          ),
          instead: text('请先增加另一名被请求人。', 'Add the other respondent first.'),
          field: 'operatorDiffers',
        }
      : null;
  },
});

/** Three years from knowledge; a continuing infringement may still be ruled on, and only the respondent may plead it (O81 19). */
const limitation = stateRequirement({
  code: 'ruling-request-late',
  effect: 'warns',
  basis: [{ instrument: 'O81', article: '第十九条' }],
  check: ({ caseFile, proceeding, given }) => {
    const asked =
      factsOf(caseFile, 'rulingRequested', { proceeding: proceeding!.id })[0]?.occurredOn.slice(0, 10) ?? '';
    const late = undecided(proceeding!)
      .flatMap((matter) => factsOf(caseFile, 'infringementKnown', { matter }))
      .flatMap((fact) => dueByRule('ruling.request_window', fact.occurredOn.slice(0, 10), given.calendar).due ?? [])
      .find((due) => asked > due);
    return late === undefined
      ? null
      : {
          text: text(
            `请求时效已于 ${late} 届满（中断、中止除外）；侵权仍在继续的可以立案，时效由被请求人提出。`,
            `The period ended on ${late}, save interruption and suspension; a continuing infringement may be filed, and only the respondent pleads it.`,
          ),
        };
  },
});

/** The conditions under which a ruling may be asked for (O81 12, 18, 19, 23; procedure §1.5 `canRequestRuling`). */
export const canRequestRuling: readonly Requirement<FilingData>[] = [
  definiteRespondent,
  withinRemit,
  entitled,
  notSued,
  noOtherRoute,
  foreignAuthority,
  rightOffice,
  majorNeedsGround,
  drugInTime,
  commissioned,
  operatorsJoined,
  limitation,
];

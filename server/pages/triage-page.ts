import type { FastifyInstance } from 'fastify';
import { disputeLabels, rightKindLabels } from '../../workflows/index.ts';
import { type TriageQuery, triageAsked } from '../api/index.ts';
import type { Dependencies } from '../write/index.ts';
import * as parts from './components/index.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';
import type { Language, Text } from './i18n.ts';
import { mediabilityLabels, standingLabels, triageQuestions, triageTexts, yesNoLabels } from './triage-texts.ts';
import { waysShown } from './ways-shown.ts';

type Question = keyof typeof triageQuestions;

const lists: { readonly [name in Question]: Readonly<Record<string, Text>> } = {
  rightKind: rightKindLabels,
  dispute: disputeLabels,
  mediability: mediabilityLabels,
  respondentKnown: yesNoLabels,
  mediationRefused: yesNoLabels,
  arbitrationAgreement: yesNoLabels,
  suitPending: yesNoLabels,
  earlierOutcome: yesNoLabels,
  standing: standingLabels,
  crimeIndicators: yesNoLabels,
  agreementInEffect: yesNoLabels,
  agreementPays: yesNoLabels,
};

// The keys of the table are exactly the questions; Object.keys forgets that.
const questions = Object.keys(lists) as Question[];

/** Which way is open to me: for everybody, without an account, with nothing kept and no name asked. */
export function registerTriagePage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get('/triage', async (request, reply) => {
    const said = saidIn(request.query);
    const isSent = questions.some((name) => Object.hasOwn(request.query ?? {}, name));
    const { language } = request;
    const result = !isSent
      ? []
      : [
          parts.card(
            {
              heading: triageTexts.heading,
              id: 'ways',
              content: waysShown(triageAsked(said, dependencies), language, true),
            },
            language,
          ),
        ];
    return frame.send(request, reply, { title: triageTexts.title, main: [form(said, language), ...result] });
  });
}

/** What was answered, of the values that are offered; anything else in the address is not read. */
function saidIn(query: unknown): TriageQuery {
  const sent = new Map<string, unknown>(Object.entries(query ?? {}));
  const known = questions.filter((name) => Object.hasOwn(lists[name], String(sent.get(name))));
  // Each value is a key of the table whose keys are what the API takes for that question.
  return Object.fromEntries(known.map((name) => [name, String(sent.get(name))])) as TriageQuery;
}

function form(said: TriageQuery, language: Language): Html {
  const fields = questions.map((name) => {
    const choices = Object.entries(lists[name]).map(([value, label]) => ({ value, label }));
    const value = said[name];
    return parts.selectField(
      { name, label: triageQuestions[name], choices, ...(value === undefined ? {} : { value }) },
      language,
    );
  });
  const page = parts.formPage(
    {
      heading: triageTexts.title,
      introduction: triageTexts.introduction,
      action: '/triage#ways',
      method: 'get',
      submitLabel: triageTexts.look,
      fields,
    },
    language,
  );
  return html`<div class="no-print">${page}</div>`;
}

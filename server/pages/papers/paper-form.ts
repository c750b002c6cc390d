import { randomUUID } from 'node:crypto';
import { isSignedPaper, itemClasses, signedPapers } from '../../../workflows/index.ts';
import type { KnownPaper } from '../../papers/index.ts';
import * as parts from '../components/index.ts';
import { entered, type Sent } from '../forms/read.ts';
import type { Html } from '../html.ts';
import type { Language } from '../i18n.ts';
import { paperTexts as texts } from './texts.ts';

/** The upload form of one paper, with its kind and class chosen already and the camera at hand. */
export function paperForm(
  known: KnownPaper,
  mark: string,
  {
    sent,
    errors,
    limitBytes,
  }: { readonly sent: Sent; readonly errors: readonly parts.FieldError[]; readonly limitBytes: number },
  language: Language,
): Html {
  const { document, label, procedure, number, caseFile } = known;
  const proposed = isSignedPaper(document) ? signedPapers[document] : 'processPrivate';
  const classes = Object.entries(itemClasses).map(([value, row]) => ({ value, label: row.label }));
  const rows = [
    { term: texts.caseCode, value: number ?? caseFile.header.code },
    { term: texts.procedure, value: procedure },
    { term: texts.paper, value: label },
  ];
  const error = parts.errorOf(errors, 'photo');
  const photo = { name: 'photo', label: texts.photo, accept: parts.photoTypes, capture: 'environment' as const };
  return parts.formPage(
    {
      heading: texts.signedOf,
      introduction: parts.definitionList({ rows, wide: true }, language),
      action: `/papers/${mark}`,
      errors,
      multipart: true,
      idempotencyKey: entered(sent, 'idempotencyKey') || randomUUID(),
      submitLabel: texts.send,
      cancelHref: `/cases/${caseFile.id}`,
      fields: [
        parts.fileField({ ...photo, maximumBytes: limitBytes, ...(error === undefined ? {} : { error }) }, language),
        parts.fileField({ name: 'file', label: texts.orFile, accept: `${parts.photoTypes},application/pdf` }, language),
        parts.textField(
          { name: 'title', label: texts.itemTitle, value: entered(sent, 'title') || label.zh, maxLength: 120 },
          language,
        ),
        parts.selectField(
          { name: 'class', label: texts.itemClass, choices: classes, value: entered(sent, 'class') || proposed },
          language,
        ),
      ],
    },
    language,
  );
}

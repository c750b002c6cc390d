import { type Static, Type } from 'typebox';

/** Pieces that the schemas of several routes share. */
const id = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9_-]+$' });

export const caseParams = Type.Object({ id });
export type CaseParams = Static<typeof caseParams>;

export const idParams = caseParams;
export type IdParams = CaseParams;

/** A text of at least one character. */
export function shortText(maxLength: number) {
  return Type.String({ minLength: 1, maxLength });
}

export const commandParams = Type.Object({ id, type: id });
export type CommandParams = Static<typeof commandParams>;

export const choiceParams = Type.Object({ id, type: id, field: Type.String({ minLength: 1, maxLength: 120 }) });
export type ChoiceParams = Static<typeof choiceParams>;

export const itemParams = Type.Object({ id, item: id });
export type ItemParams = Static<typeof itemParams>;

export const targetQuery = Type.Object({ target: Type.Optional(id) }, { additionalProperties: false });
export type TargetQuery = Static<typeof targetQuery>;

export const momentQuery = Type.Object(
  {
    asOf: Type.Optional(
      Type.String({
        format: 'date',
        description: '法律日期 YYYY-MM-DD：当日终了时的状态 / as it stood at the end of this day',
      }),
    ),
    knownAt: Type.Optional(
      Type.String({
        format: 'date-time',
        description: 'RFC 3339：截至此刻已记录的内容 / as it was known at this moment',
      }),
    ),
  },
  { additionalProperties: false },
);
export type MomentQuery = Static<typeof momentQuery>;

/** The moment, and what of the timeline is asked for. */
export const timelineQuery = Type.Object(
  {
    ...momentQuery.properties,
    kind: Type.Optional(
      Type.Enum(['step', 'fact', 'correction', 'handoff', 'party', 'inside'], {
        description: '记录种类 / which kind of entries',
      }),
    ),
    proceeding: Type.Optional(id),
    person: Type.Optional(Type.String({ maxLength: 60, description: '登记人 / who wrote it down' })),
    organisation: Type.Optional(id),
  },
  { additionalProperties: false },
);
export type TimelineQuery = Static<typeof timelineQuery>;

const page = {
  after: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-4][0-9]|50)$', description: '1–50' })),
};
const day = Type.Optional(Type.String({ format: 'date' }));
const word = Type.Optional(Type.String({ maxLength: 60 }));

export const listQuery = Type.Object(
  {
    scope: Type.Optional(
      Type.Enum(['open', 'all'], {
        description: '本机构有未结程序的，或者全部 / with an open proceeding here, or all',
      }),
    ),
    box: Type.Optional(Type.Enum(['inbox', 'inProgress', 'waiting', 'done'])),
    mine: Type.Optional(
      Type.Enum(['true', 'false'], { description: '含本人代理的 / also those of whom one stands in for' }),
    ),
    officer: Type.Optional(Type.String({ maxLength: 60, description: '承办人，“-”为无人承办 / `-`: of nobody' })),
    channel: word,
    state: word,
    source: word,
    with: Type.Optional(Type.String({ maxLength: 60, description: '最近移送的对方机构 / the other organisation' })),
    county: Type.Optional(
      Type.String({
        maxLength: 6,
        description:
          '办理或对方机构所在区市，行政区划代码 / county of the organisation or of the other one, by its division code',
      }),
    ),
    due: Type.Optional(
      Type.String({
        pattern: '^(overdue|[0-9]{1,3})$',
        description: '最近期限（含当事人的）几日内到期，或已过 / the next limit, of parties too: within days, or past',
      }),
    ),
    from: day,
    to: day,
    order: Type.Optional(Type.Enum(['latest', 'earliest', 'due', 'waiting'])),
    ...page,
  },
  { additionalProperties: false },
);
export type ListQuery = Static<typeof listQuery>;

export const searchBody = Type.Object(
  { text: Type.String({ maxLength: 200 }), ...page },
  { additionalProperties: false },
);
export type SearchBody = Static<typeof searchBody>;

const occurredOn = Type.Optional(
  Type.Union([
    Type.String({ maxLength: 16, description: 'YYYY-MM-DD 或 YYYY-MM-DDTHH:mm（Asia/Shanghai）' }),
    Type.Null(),
  ]),
);
const acknowledged = Type.Optional(
  Type.Array(Type.String({ maxLength: 80 }), {
    maxItems: 30,
    description: '已阅知的提示代码 / codes of warnings that were read',
  }),
);

/** What every command's body has around its data; the data itself is judged by the command's own fields. */
export const commandEnvelope = Type.Object(
  {
    target: Type.Optional(Type.Union([id, Type.Null()])),
    occurredOn,
    data: Type.Optional(Type.Unknown()),
    acknowledged,
    evidence: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 500 }), Type.Null()])),
  },
  { additionalProperties: false },
);
export type CommandEnvelope = Static<typeof commandEnvelope>;

/** The same with the schema of one command's data, as the documentation shows it. */
export function documentedBody(data: ReturnType<typeof Type.Object> | object, withTarget: boolean) {
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...(withTarget
        ? { target: { ...id, description: '事项、程序或移送的 id / id of the matter, proceeding or handoff' } }
        : {}),
      occurredOn,
      data,
      acknowledged,
      evidence: commandEnvelope.properties.evidence,
    },
    required: withTarget ? ['target'] : [],
  };
}

export const statusBody = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 60 }) },
  { additionalProperties: false },
);
export type StatusBody = Static<typeof statusBody>;

export const commandHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({ description: '每次操作一个新的 UUID，重试时相同 / a new UUID per command, the same when repeated' }),
  ),
  'if-match': Type.Optional(Type.String({ description: '所据版本 / the revision acted on, e.g. "7"' })),
});

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccountRole } from '../../db/accounts.ts';
import { commands, opensWithReason } from '../../workflows/index.ts';
import { registerRoles } from '../registers/index.ts';
import { refuseWordsInAddress } from '../searches/index.ts';
import type { Viewer } from '../security/index.ts';
import { seriesRoles } from '../series/index.ts';
import type { Dependencies } from '../write/dependencies.ts';
import { momentOf } from '../write/given.ts';
import type { Notice } from './components/index.ts';
import type { Html } from './html.ts';
import { type Language, languageOf } from './i18n.ts';
import { layout, type Page, type Section, type SignedIn } from './layout.ts';
import { noticeOf } from './notices.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The reader's language: asked for in the address, kept in a cookie, Chinese otherwise. */
    language: Language;
  }
}

/** What a page says of itself; everything around it comes from the request. */
export interface PageContent extends Pick<Page, 'title' | 'main'> {
  readonly section?: Section;
  readonly width?: Page['width'];
  readonly searchText?: string;
  readonly flash?: Notice;
  /** For a page that answers a POST: the address of its form. */
  readonly address?: string;
}

/** Sends whole pages. One per server. */
export interface Frame {
  /** A page; with a status other than 200 when it says that something is not possible. */
  readonly send: (
    request: FastifyRequest,
    reply: FastifyReply,
    content: PageContent,
    status?: number,
  ) => Promise<FastifyReply>;
  /** The same page as text, without looking anything up: for problems, when looking up may be the problem. */
  readonly bare: (request: FastifyRequest, content: PageContent) => string;
}

const languageCookie = 'jiefen-language';

/** Reads and keeps the language of every reader of pages. A switch of language leads back to the same page. */
export function keepLanguage(app: FastifyInstance, { config }: Pick<Dependencies, 'config'>): void {
  app.decorateRequest('language', 'zh-CN');
  app.addHook('onRequest', async (request, reply) => {
    request.language = languageOf(request.cookies?.[languageCookie]);
    if (request.method !== 'GET') return;
    refuseWordsInAddress(request);
    const url = new URL(request.url, 'http://here.invalid');
    const asked = url.searchParams.get('language');
    if (asked === null || url.pathname.startsWith('/api/')) return;
    request.language = languageOf(asked);
    url.searchParams.delete('language');
    const oneYear = 365 * 24 * 3600;
    const own = { path: '/', sameSite: 'lax', httpOnly: true, secure: config.secureCookies, maxAge: oneYear } as const;
    return reply.setCookie(languageCookie, request.language, own).redirect(`${url.pathname}${url.search}`, 303);
  });
}

/** Builds the frame that every page of this server stands in. */
export function frameFor({ config, store, town, now }: Pick<Dependencies, 'config' | 'store' | 'town' | 'now'>): Frame {
  const page = (request: FastifyRequest, content: PageContent, signedIn: SignedIn | undefined): string => {
    const flash = content.flash ?? noticeOf(request.query);
    return String(
      layout({
        ...content,
        language: request.language,
        address: content.address ?? request.url,
        demo: config.demo,
        now: momentOf(now()),
        ...(flash === undefined ? {} : { flash }),
        ...(signedIn === undefined ? {} : { signedIn }),
      }),
    );
  };
  const signedInAs = (viewer: Viewer | null, toAnswer: number): SignedIn | undefined =>
    viewer === null
      ? undefined
      : {
          name: viewer.name,
          organisation: town.organisations[viewer.organisationId ?? '']?.shortName ?? '',
          sections: sectionsOf(viewer),
          counts: { handoffs: toAnswer },
          maySearch: viewer.organisationId !== null,
        };
  return {
    send: async (request, reply, content, status = 200) => {
      const organisation = request.viewer?.organisationId ?? null;
      const waiting =
        organisation === null ? [] : await store.reads.handoffs({ organisation, box: 'toAnswer', limit: 100 });
      const text = page(request, content, signedInAs(request.viewer, waiting.length));
      return reply.code(status).type('text/html; charset=utf-8').send(text);
    },
    bare: (request, content) => page(request, content, signedInAs(request.viewer, 0)),
  };
}

function sectionsOf({ organisationId, roles }: Viewer): readonly Section[] {
  if (roles.includes('systemAdministrator') || roles.includes('securityAdministrator'))
    return ['accounts', 'proposals', 'arbitrationRules'];
  if (roles.includes('auditAdministrator')) return ['audit'];
  if (organisationId === null) return ['desk'];
  // A centre's head has numbers on the desk, and no lists.
  if (opensWithReason({ person: '', organisation: organisationId, roles })) return ['desk'];
  const referrals: readonly Section[] = roles.some((role) => registerRoles.includes(role)) ? ['referrals'] : [];
  const series: readonly Section[] = roles.some((role) => seriesRoles.includes(role)) ? ['series'] : [];
  const opening: readonly Section[] = mayOpenCases(roles) ? ['openCase'] : [];
  const rules: readonly Section[] = roles.includes('arbitrationSecretary') ? ['arbitrationRules'] : [];
  return ['desk', 'cases', 'calendar', 'handoffs', ...referrals, ...series, ...opening, ...rules, 'people'];
}

/** Whether somebody of these roles can open a case. */
export function mayOpenCases(roles: readonly AccountRole[]): boolean {
  const opening: readonly string[] = commands.openCase?.by ?? [];
  return roles.some((role) => opening.includes(role));
}

export type { Html };

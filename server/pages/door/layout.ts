import type { FastifyReply, FastifyRequest } from 'fastify';
import { assetAddress } from '../assets.ts';
import { type Notice, notice as noticeShown } from '../components/basics.ts';
import { attributes, type Html, html } from '../html.ts';
import { languageOf, say, type Text, t } from '../i18n.ts';
import { addressIn } from '../layout.ts';
import { accountTexts } from '../party-account/texts.ts';
import { doorTexts as texts } from './texts.ts';

/** A page of the parties' door. */
export interface DoorPage {
  readonly title: Text;
  readonly main: Html;
  /** Where the language switch leads: an address that may be opened again. */
  readonly address: string;
  /** Whether somebody is in, who may leave. */
  readonly isIn: boolean;
  readonly demo: boolean;
  /** The answer to what somebody just did. */
  readonly notice?: Notice | null;
}

const sizeCookie = 'jiefen-text';

/**
 * Sends a page in a frame of its own: one small sheet without cascade layers and one small script, both of which browsers of
 * ten years ago understand, as the ones inside messengers are. Never kept in a cache.
 */
export function sendDoorPage(request: FastifyRequest, reply: FastifyReply, page: DoorPage, status = 200): FastifyReply {
  reply.header('cache-control', 'no-store');
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(String(frame(request, page)));
}

/** Keeps the size of the text, asked for in an address that says nothing else. */
export function keepTextSize(reply: FastifyReply, size: string, isSecure: boolean): void {
  const halfYear = 180 * 24 * 3600;
  reply.setCookie(sizeCookie, size === 'large' ? 'large' : 'normal', {
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
    secure: isSecure,
    maxAge: halfYear,
  });
}

function frame(request: FastifyRequest, { title, main, address, isIn, demo, notice = null }: DoorPage): Html {
  const { language } = request;
  const other = languageOf(language === 'en' ? 'zh-CN' : 'en');
  const isLarge = request.cookies[sizeCookie] === 'large';
  const size = isLarge ? { to: 'normal', label: texts.smaller } : { to: 'large', label: texts.larger };
  return html`<!doctype html>
<html lang="${language}"${attributes({ class: isLarge ? 'large' : undefined })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<title>${say(title, language)} · ${say(t.brand, language)}</title>
<link rel="icon"${attributes({ href: assetAddress('favicon.svg') })} type="image/svg+xml">
<link rel="stylesheet"${attributes({ href: assetAddress('door.css') })}>
<script src="${assetAddress('door.js')}" defer></script>
</head>
<body>
<a class="skip" href="#main">${say(t.skipToContent, language)}</a>
<header class="header"><a class="brand" href="/status">${say(t.brand, language)}</a>
<a${attributes({ href: addressIn(other, address), lang: other, hreflang: other })}>${say(t.otherLanguage, language)}</a>
<a${attributes({ href: `/status?text=${size.to}&to=${encodeURIComponent(address)}` })}>${say(size.label, language)}</a>
<a href="/my-cases">${say(accountTexts.link, language)}</a>
${isIn && html`<form method="post" action="/status/leave"><button class="button-plain" type="submit">${say(texts.leave, language)}</button></form>`}</header>
${demo && html`<aside class="demo" aria-label="${say(t.demoName, language)}">${say(t.demo, language)}</aside>`}
<main id="main" tabindex="-1">${notice !== null && noticeShown({ ...notice, announce: true }, language)}${main}</main>
<footer><p>${say(t.brandLong, language)}</p><p>${say(t.disclaimer, language)}</p></footer>
</body>
</html>
`;
}

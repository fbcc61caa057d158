import type { Request } from 'express';
import type { FoundViewer } from '../../app/access/find-viewer.ts';
import { type Language, languages } from '../../app/access/viewer.ts';
import { readCookie } from './cookies.ts';
import { csrfOf } from './csrf.ts';
import type { PageAccess } from './page-access.ts';
import { pageOfPath } from './page-of-path.ts';
import type { Frame } from './visit.ts';

const standardLocales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

/**
 * What stands around a page.
 *
 * @param cookie the secret of this browser, which its forms are bound to
 */
export function frameOf(
  request: Request,
  access: PageAccess,
  found: FoundViewer | null,
  cookie: string,
): Frame {
  const asked = request.acceptsLanguages();
  const language = chosenLanguage(request, access) ?? asked.map(languageOf).find(isLanguage) ?? 'en';
  const { said } = request.query;
  return {
    viewer: found?.viewer ?? null,
    language,
    locale: localeOf(asked, language),
    zone: found?.zone ?? 'UTC',
    nowMs: access.clock.nowMs(),
    // Nobody can be led back to the address of a form, only to the page that has it.
    path: request.method === 'POST' ? pageOfPath(request.path) : request.path,
    csrf: csrfOf(cookie, access.chance.secret()),
    isSandbox: access.mode === 'sandbox',
    said: typeof said === 'string' && /^[a-z-]{1,40}$/.test(said) ? said : null,
    assets: access.assets,
  };
}

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}

function chosenLanguage(request: Request, access: PageAccess): Language | null {
  const chosen = readCookie(request, access, 'language');
  return isLanguage(chosen) ? chosen : null;
}

/** The first tag of the language that names more than the language: `en` alone would be the United States to `Intl`. */
function localeOf(asked: readonly string[], language: Language): string {
  const fitting = asked.find((tag) => tag.includes('-') && languageOf(tag) === language && isLocale(tag));
  return fitting ?? standardLocales[language];
}

function languageOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

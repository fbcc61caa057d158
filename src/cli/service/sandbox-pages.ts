import type { Router } from 'express';
import { calendarsPart } from '../../front/app/sandbox/calendars.tsx';
import { documentPage } from '../../front/app/sandbox/document-page.tsx';
import { newLines } from '../../front/app/sandbox/live-log.tsx';
import { sandboxPage } from '../../front/app/sandbox/sandbox-page.tsx';
import type { PageAccess } from '../../http/pages/page-access.ts';
import { sandboxRoutes } from '../../http/pages/routes/sandbox.ts';
import type { PageService } from './page-service.ts';
import { createSandboxDesk } from './sandbox-desk.ts';

/** The page of the invented company; where calendars are real, it is not there. */
export function sandboxPages(access: PageAccess, service: PageService): Router {
  const { sandbox, settings } = service;
  return sandboxRoutes({
    access,
    desk: sandbox === undefined ? null : createSandboxDesk(service, sandbox),
    roleOf: (address) => {
      if (settings.ADMINISTRATORS?.includes(address)) return 'administrator';
      return settings.AUDITORS?.includes(address) ? 'auditor' : null;
    },
    pages: { page: sandboxPage, newLines, calendars: calendarsPart, document: documentPage },
  });
}

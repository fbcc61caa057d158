import { writeFileSync } from 'node:fs';
import { it } from '@jest/globals';
import { renderAuditPage } from '../../../src/front/report/audit-page.tsx';
import { sampleAudit, usualMonth } from './sample-audit.ts';
it('x', async () => {
  const html = await renderAuditPage(sampleAudit(usualMonth));
  writeFileSync('/tmp/page.html', html);
  console.log(html.length);
});

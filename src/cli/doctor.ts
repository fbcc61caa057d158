import type { ReadProblem } from '../core/meeting/reading.ts';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { jsonText } from './json-text.ts';
import { doOperation } from './service/do-operation.ts';
import { broken, type Finding } from './service/doctor/finding.ts';
import { doctorLines } from './view/doctor-lines.ts';

/** `doctor`: what is there, what is missing, and how to fix it. Answers also where nothing can be started. */
export async function runDoctor(deps: CliDeps, { json }: { readonly json?: boolean }): Promise<ExitStatus> {
  const result = await doOperation(deps, 'doctor', {});
  const findings = result.ok ? result.value : result.problems.map(asFinding);
  await deps.stdout.write(json ? `${jsonText(findings)}\n` : doctorLines(findings, deps.stdout.colors));
  return findings.some(({ status }) => status === 'fail') ? exitStatus.refused : exitStatus.ok;
}

function asFinding({ place, what, remedy }: ReadProblem): Finding {
  return broken(place, what, remedy);
}

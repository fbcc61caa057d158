import { describe, expect, it } from '@jest/globals';
import { defaultPolicy, judgeAll } from '../../../bench/wording/judged-invite.ts';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import { fluentLanguages } from '../../../src/core/signals/wording/language.ts';
import { invite, read } from './samples.ts';

/** Nothing is milder than declining at once. */
const enforceAll: Policy = { ...defaultPolicy, zone: 'Europe/Paris', enforcement: { default: 'enforce' } };

const invites: readonly (readonly [language: string, title: string, description: string | null])[] = [
  [
    'fr',
    'Point hebdo travaux',
    'Chacun lit sa ligne du tableau. Le compte rendu est envoyé dans la foulée à tous.',
  ],
  ['fr', 'Relecture du budget', 'Merci de relire le document et de laisser vos commentaires avant vendredi.'],
  ['fr', 'Passation avec la nuit', null],
  [
    'es',
    'Revisión del manual',
    'Comentarios en el documento hasta el viernes, por favor. No hay nada que discutir.',
  ],
  [
    'es',
    'Informe semanal del equipo',
    'Cada uno escribe su estado en la tabla, el resumen se envía por correo.',
  ],
  [
    'pl',
    'Akceptacja regulaminu',
    'Brak uwag do piątku oznacza zgodę. Tekst jest w załączniku, proszę przeczytać.',
  ],
  ['pl', 'Przekazanie zmiany, hala C', null],
  [
    'pt',
    'Indicadores de outubro',
    'Vou passar o painel. Quem já viu no e-mail não precisa entrar, está tudo lá.',
  ],
  ['pt', 'Relatório da semana', 'Não há nada para discutir: o documento está em anexo, por favor leiam.'],
  ['ja', '月次報告会', '各部門5分ずつ、資料を読み上げます。議事録は当日中に共有します。'],
  ['ja', '資料の確認', '添付の資料を読んで、金曜日までにコメントをお願いします。'],
];

describe('invites in languages that the gate half knows', () => {
  it.each(invites)('are recognized: %s: %s', (language, title, description) => {
    expect(read(invite({ title, description })).language).toBe(language);
    expect(fluentLanguages.has(read(invite({ title, description })).language)).toBe(false);
  });

  it.each(invites)('are never sure enough to be answered: %s: %s', (_, title, description) => {
    const meeting = invite({ title, description, people: 6 });
    const label = { need: 'async', kind: 'other' } as const;
    const [judged] = judgeAll([{ meeting, label }], { policy: enforceAll });
    expect(judged?.judgement.need.confidence).toBeLessThan(defaultPolicy.answerConfidence);
    expect(['none', 'prompt']).toContain(judged?.judgement.act);
  });

  it('while the same in English would be answered', () => {
    const title = 'Handover of the on-call shift';
    const description = 'Summary of open tickets and what happened during my shift. Notes are in the doc.';
    const occurrence = (meeting: ReturnType<typeof invite>) => ({
      ...meeting,
      occurrences: [
        { start: meeting.start, end: meeting.end, originalStart: meeting.start, counts: true, summary: null },
      ],
    });
    const meeting = occurrence(invite({ title, description, people: 6 }));
    const [judged] = judgeAll([{ meeting, label: { need: 'async', kind: 'handover' } }], {
      policy: enforceAll,
    });
    expect(judged?.judgement).toMatchObject({ verdict: 'go-async', act: 'decline' });
  });
});

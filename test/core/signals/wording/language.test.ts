import { describe, expect, it } from '@jest/globals';
import { type Language, languageOfText } from '../../../../src/core/signals/wording/language.ts';
import { tokenize } from '../../../../src/core/signals/wording/tokens.ts';

const languageOf = (text: string): Language => languageOfText(text, tokenize(text));

describe('the language of an invite', () => {
  it.each<[Language, string]>([
    ['en', 'Please read the draft and leave your comments'],
    ['en', 'I think I know what we do'],
    ['en', 'Demo'],
    ['en', ''],
    ['en', 'Marketing stand-up ☀️'],
    ['en', 'Lunch with Zoë and José'],
    ['en', 'Sign up at acme.com as soon as you can, PO approval w/ Sam'],
    ['de', 'Bitte lest das Dokument und schreibt mir'],
    ['de', 'Kündigung'],
    ['de', 'Wie geht es dir und was ist los?'],
    ['fr', 'Bonjour, nous relisons le budget avec vous'],
    ['es', 'Hola, lo hablamos con el equipo esta semana'],
    ['es', 'Itziar y Ana'],
    ['pl', 'Dzień dobry, proszę o uwagi do dokumentu'],
    ['pl', 'Przekazanie zmiany, hala C'],
    ['pt', 'Olá, não esqueçam o relatório da reunião'],
    ['ja', '資料を共有します。確認をお願いします'],
    ['other', 'Привет, давайте обсудим бюджет'],
    ['other', '예산 회의'],
    ['other', 'Qualité'],
  ])('is %s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it('is that of the words, not that of one foreign name among them', () => {
    expect(languageOf('We say goodbye to the team of 山田 in the kitchen')).toBe('en');
  });

  it('of a long text is told by its beginning and its words', () => {
    expect(languageOf(`${'we read the plan '.repeat(2000)}ąęłśżźćń`)).toBe('en');
  });
});

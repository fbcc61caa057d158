import { phrases } from './concept-table.ts';

/** Tokens or runs of tokens that turn round what follows them in the same sentence; same notation as the concepts. */
export const negations = {
  en: phrases`
    not, no, never, without, nothing, none, nobody, neither, nor, isnt, arent, wasnt, werent, dont, doesnt, didnt,
    wont, wouldnt, cant, cannot, couldnt, shouldnt, havent, hasnt, instead of, rather than,
    no longer, no more, not a, not the, nope, aint, except, other than, anything but, far from, not about, dont need`,
  de: phrases`
    nicht, kein, keine, keinen, keinem, keiner, keines, keinerlei, nie, niemals,
    nichts, niemand, ohne, weder, noch nie, statt, anstatt, anstelle, nicht mehr, kaum, ausser, nix`,
  other: phrases`
    pas, sans, jamais, aucun, aucune, rien, ne pas, au lieu de, sin, nunca, ningun, ninguna,
    nada, bez, zamiast, nigdy, zaden, nao, sem, nenhum, nenhuma, em vez de, な し, 不 要`,
};

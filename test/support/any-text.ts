import fc from 'fast-check';

const firstSurrogate = 0xd800;
const surrogates = 0x800;
const lastCharacter = 0x10ffff - surrogates;

/** Any character of Unicode. Surrogates are none. */
const anyCharacter = fc
  .nat(lastCharacter)
  .map((place) => String.fromCodePoint(place < firstSurrogate ? place : place + surrogates), placeOf);

/**
 * Texts of any characters, also the strings that fast-check knows to be dangerous. What its own unit `binary` does, whose
 * list of all characters takes two seconds to make in each test file.
 */
export function anyText(
  lengths: Pick<fc.StringConstraints, 'minLength' | 'maxLength'> = {},
): fc.Arbitrary<string> {
  return fc.string({ ...lengths, unit: anyCharacter });
}

/** @throws where it is no character, which tells fast-check that it did not come from here */
function placeOf(text: unknown): number {
  const code = typeof text === 'string' ? text.codePointAt(0) : undefined;
  if (code === undefined || text !== String.fromCodePoint(code) || /\p{Cs}/u.test(text))
    throw new Error('not a single character');
  return code < firstSurrogate ? code : code - surrogates;
}

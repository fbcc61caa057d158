import { describe, expect, it } from '@jest/globals';
import { readYaml } from '../../../src/config/policy/yaml-source.ts';

describe('readYaml', () => {
  it('gives plain values and the place of each key and list item', () => {
    const source = readYaml('a:\n  b: [1, {c: true}]\n  "d e": text\n');
    expect(source.value).toEqual({ a: { b: [1, { c: true }], 'd e': 'text' } });
    expect(source.positionOf(['a', 'b', 1, 'c'])).toEqual({ line: 2, column: 11 });
    expect(source.positionOf(['a', 'd e'])).toEqual({ line: 3, column: 3 });
  });

  it('gives the place of the nearest parent for what is not there', () => {
    const source = readYaml('\na:\n  b: 1\n');
    expect(source.positionOf(['a', 'x', 'y'])).toEqual({ line: 2, column: 1 });
    expect(source.positionOf(['z'])).toEqual({ line: 1, column: 1 });
  });

  it('reads dates, yes and octal-looking numbers as YAML 1.2 does, even where a directive asks for 1.1', () => {
    expect(readYaml('day: 2026-12-24\nanswer: yes\n').value).toEqual({ day: '2026-12-24', answer: 'yes' });
    expect(readYaml('%YAML 1.1\n---\nday: 2026-12-24\nanswer: yes\n').value).toEqual({
      day: '2026-12-24',
      answer: 'yes',
    });
  });

  it('makes text of numbers that are keys', () => {
    expect(readYaml('2026: 1').value).toEqual({ '2026': 1 });
  });

  it('keeps the first of a repeated key and loses nothing else', () => {
    const source = readYaml('a: 1\na: 2\nb: 3\n');
    expect(source.value).toEqual({ a: 1, b: 3 });
    expect(source.faults).toMatchObject([{ path: ['a'], position: { line: 2, column: 1 } }]);
  });

  it('drops a key without a value and tells of it', () => {
    const source = readYaml('a:\nb: ~\nc: 1\n');
    expect(source.value).toEqual({ c: 1 });
    expect(source.empty.map(({ path }) => path)).toEqual([['a'], ['b']]);
  });

  it('never follows an alias', () => {
    const source = readYaml('a: &x [1, 2]\nb: [*x, *x]\n');
    expect(source.value).toEqual({ b: [null, null] });
    expect(source.faults).toHaveLength(3);
  });

  it('does not read a prototype', () => {
    const source = readYaml('{"__proto__": {"admin": true}, "b": 1}');
    expect(source.value).toEqual({ b: 1 });
    expect(Object.getPrototypeOf(source.value)).toBe(Object.prototype);
    expect(source.faults).toMatchObject([{ path: ['__proto__'] }]);
  });

  it('tells the place of a syntax error', () => {
    expect(readYaml('a: 1\nb: "open\n').faults[0]).toMatchObject({ position: { line: expect.any(Number) } });
    expect(readYaml('a: 1\n\tb: 2\n').faults[0]?.position.line).toBe(2);
  });
});

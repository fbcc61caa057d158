import { describe, expect, it } from '@jest/globals';
import { broken, doubtful, fine } from '../../../src/cli/service/doctor/finding.ts';
import { doctorLines } from '../../../src/cli/view/doctor-lines.ts';

const addresses = ['ann', 'ben', 'chi', 'dev', 'eva'].map((name) => `${name}@acme.example`);

describe('the lines of the doctor', () => {
  it('tell what is fine about many mailboxes once, and each that is not', () => {
    const findings = [
      fine('database', 'answers'),
      ...addresses.map((address) => fine(`access to ${address}`, 'works')),
      doubtful('access to fay@acme.example', 'refused', 'connect it again'),
      broken('queue', '3 dead letters', 'replay them'),
    ];
    expect(doctorLines(findings, false)).toBe(
      [
        'ok    database: answers',
        'ok    access: fine for 5 mailboxes',
        'warn  access to fay@acme.example: refused',
        '       → connect it again',
        'FAIL  queue: 3 dead letters',
        '       → replay them',
        '',
        '6 ok, 1 to look at, 1 broken',
        '',
      ].join('\n'),
    );
  });

  it('name each of a few mailboxes', () => {
    const findings = addresses.slice(0, 3).map((address) => fine(`last pull of ${address}`, '3 s ago'));
    expect(doctorLines(findings, false).split('\n').slice(0, 3)).toEqual(
      addresses.slice(0, 3).map((address) => `ok    last pull of ${address}: 3 s ago`),
    );
  });

  it('show hostile text as text', () => {
    const [first = ''] = doctorLines([fine('a\u001b[31m\nb', 'c')], false).split('\n');
    expect(first).not.toContain('\u001b');
    expect(first).toContain('b: c');
  });
});

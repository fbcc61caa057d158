import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { describe, expect, it } from '@jest/globals';
import {
  classifyError,
  classifySignIn,
  ForeignHost,
  GraphRefusal,
  LostAnswer,
  NoToken,
  readErrorCode,
} from '../../../src/providers/microsoft/problems.ts';

const nowMs = Date.parse('2026-11-02T08:00:00Z');
const classify = (error: unknown) => classifyError(error, 'person', nowMs);
const summary = (error: unknown) => {
  const { kind, problem } = classify(error);
  return `${kind} ${problem.code}`;
};

describe('problems of Microsoft', () => {
  it.each([
    [400, 'ErrorInvalidRequest', 'final request-refused'],
    [401, 'InvalidAuthenticationToken', 'final sign-in-required'],
    [403, 'ErrorAccessDenied', 'final permission-missing'],
    [404, 'ErrorItemNotFound', 'final not-found'],
    // The page of a gateway: Graph names what it does not find, so nothing is gone.
    [404, 'no-code', 'not-done unreadable-answer'],
    [404, 'MailboxNotEnabledForRESTAPI', 'final mailbox-missing'],
    [404, 'ErrorInvalidUser', 'final mailbox-missing'],
    [409, 'ErrorIrresolvableConflict', 'final changed-meanwhile'],
    [410, 'unknown', 'final cursor-expired'],
    [400, 'SyncStateNotFound', 'final cursor-expired'],
    [404, 'syncStateNotFound', 'final cursor-expired'],
    [412, 'ErrorIrresolvableConflict', 'final changed-meanwhile'],
    [429, 'TooManyRequests', 'not-done rate-limited'],
    [503, 'ApplicationThrottled', 'not-done rate-limited'],
    [500, 'ErrorInternalServerError', 'perhaps-done unavailable'],
    [504, 'UnknownError', 'perhaps-done unavailable'],
    [507, 'quotaLimitReached', 'final quota-exhausted'],
  ])('%i %s is %s', (status, code, expected) => {
    expect(summary(new GraphRefusal(status, code, null))).toBe(expected);
  });

  it('reads the pause that is asked for, and takes a 503 with one as throttling', () => {
    expect(classify(new GraphRefusal(503, 'UnknownError', '1.5'))).toEqual({
      kind: 'not-done',
      problem: { code: 'unavailable', status: 503, detail: 'UnknownError', retryAfterMs: 1_500 },
    });
    const { problem } = classify(new GraphRefusal(429, 'TooManyRequests', 'Mon, 02 Nov 2026 08:00:30 GMT'));
    expect(problem.retryAfterMs).toBe(30_000);
  });

  it('takes a refused token of the company for a missing permission', () => {
    expect(classifyError(new GraphRefusal(401, 'unknown', null), 'company', nowMs).problem.code).toBe(
      'permission-missing',
    );
  });

  it('tells whether a request may have arrived', () => {
    expect(summary(new LostAnswer(true))).toBe('perhaps-done unavailable');
    expect(summary(new LostAnswer(false))).toBe('not-done unavailable');
    expect(summary(new ForeignHost())).toBe('final foreign-link');
  });

  it.each([
    [new InteractionRequiredAuthError('invalid_grant', 'c'), 'final sign-in-required'],
    [new ServerError('invalid_grant', 'c'), 'final sign-in-required'],
    [new ServerError('invalid_client', 'c', 'AADSTS7000215', '', '7000215', 401), 'final permission-missing'],
    [new ServerError('temporarily_unavailable', 'c', '', '', '', 503), 'not-done unavailable'],
    [new ServerError('http', 'c', '', '', '', 429), 'not-done unavailable'],
    [new AuthError('network_error', 'c'), 'not-done unavailable'],
    [new ServerError('invalid_scope', 'c', '', '', '', 400), 'final request-refused'],
  ])('an error of the sign-in %# says what to do', (error, expected) => {
    expect(summary(new NoToken(error))).toBe(expected);
    expect(classifySignIn(error)).toEqual(classify(new NoToken(error)));
  });

  it('throws a fault of ours', () => {
    const fault = new TypeError('ours');
    expect(() => classify(fault)).toThrow(fault);
    expect(() => classify(new NoToken(fault))).toThrow(fault);
  });

  it('keeps nothing but a code of an error body', () => {
    const body = (code: unknown) => JSON.stringify({ error: { code, message: 'Quarterly figures' } });
    expect(readErrorCode(body('ErrorItemNotFound'))).toBe('ErrorItemNotFound');
    for (const text of [body('Quarterly figures'), body('x'.repeat(101))])
      expect(readErrorCode(text)).toBe('unknown');
    for (const text of ['<html>', '', 'null', body(7)]) expect(readErrorCode(text)).toBe('no-code');
  });
});

import { describe, expect, it } from '@jest/globals';
import { isOwnHost } from '../../../src/sandbox/api/own-host.ts';

describe('a request names this machine', () => {
  it.each([
    ['127.0.0.1:4010', true],
    ['localhost:4010', true],
    ['LOCALHOST', true],
    ['[::1]:4010', true],
    ['rebound.example', false],
    ['127.0.0.1.rebound.example', false],
    ['127.0.0.1@rebound.example', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (host, own) => {
    expect(isOwnHost(host)).toBe(own);
  });
});

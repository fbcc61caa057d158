import { describe, expect, it } from '@jest/globals';
import { loadSettings } from '../../../src/cli/service/service-settings.ts';
import { startProblem } from '../../../src/cli/service/start-problem.ts';

const loaded = loadSettings({ DATA_FOLDER: '/var/lib/gate' });
if (!loaded.ok) throw new Error('the settings are not read');
const { settings } = loaded;
const listening = (code: string) => Object.assign(new Error(code), { code, syscall: 'listen', port: 8080 });

describe('what kept it from starting', () => {
  it.each([
    ['EADDRINUSE', 'port 8080', /it is taken/],
    ['EACCES', 'port 8080', /may not be used/],
    // Regression: the data folder was blamed.
    ['EADDRNOTAVAIL', 'HOST', /no such address/],
  ])('%s is told of %s', (code, place, what) => {
    expect(startProblem(listening(code), settings)).toMatchObject({
      place,
      what: expect.stringMatching(what),
      remedy: expect.any(String),
    });
  });

  it('names the data folder where the system refuses it', () => {
    const error = Object.assign(new Error('no'), { code: 'EACCES', syscall: 'mkdir' });
    expect(startProblem(error, settings)).toMatchObject({ place: '/var/lib/gate' });
  });

  it('is a fault of ours where nothing fits', () => {
    expect(startProblem(new Error('surprise'), settings)).toBeNull();
  });
});

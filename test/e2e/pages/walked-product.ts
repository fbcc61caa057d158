import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { type RunningProduct, startProduct } from './running-product.ts';

export interface Walked {
  readonly product: RunningProduct;
  readonly browser: Browser;
}

const startMs = 240_000;

/** One product and one browser for the whole file: until its company is connected, a product has much to do. */
export function walkedProduct(): () => Walked {
  let product: RunningProduct | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  }, startMs);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  }, startMs);
  return () => {
    if (product === undefined || browser === undefined) throw new Error('asked for before it has started');
    return { product, browser };
  };
}

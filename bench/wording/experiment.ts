import { acts, actNames } from '../../src/core/signals/acts.ts';
import { trainingInvites, readInvites, toExample, labelOf, type Example } from './rows.ts';
import { score, softmax, train, type Row } from './softmax.ts';
const env = process.env;
const examples = trainingInvites().map(toExample);
const num = (n: string, d: number) => env[n] ? Number(env[n]) : d;
const minDf = num('DF', 2), L2w = num('L2W', 4e-4), L2b = num('L2B', 8e-4), L2c = num('L2C', 1e-4), L2s = num('L2S', 1e-4), epochs = num('EP', 120), rate = num('RATE', 0.05);
const stop = new Set((env.STOP ?? '').split(' ').filter(Boolean));
const drop = new Set((env.DROP ?? '').split(',').filter(Boolean));
const ns = (f: string) => f.slice(0, f.indexOf(':'));
function rowsOf(list: readonly Example[], index: Map<string, number>): Row[] {
  return list.map((e) => {
    const fs = e.features.filter((f) => index.has(f.name));
    const counts: Record<string, number> = {};
    for (const f of fs) counts[ns(f.name)] = (counts[ns(f.name)] ?? 0) + 1;
    return { features: fs.map((f) => index.get(f.name) as number), values: fs.map((f) => value(ns(f.name), counts)), label: labelOf(e) } as any;
  });
}
const K = num('K', 12);
function value(n: string, counts: Record<string, number>) { if (n === 's') return 1; const c = counts[n] ?? 1; return c <= K ? 1 : Math.sqrt(K / c); }
function fit(list: readonly Example[]) {
  const df = new Map<string, number>(); const isStop = (n: string) => (n.startsWith('w:') || n.startsWith('t:')) && stop.has(n.slice(2));
  for (const e of list) for (const f of e.features) if (!drop.has(ns(f.name)) && !isStop(f.name)) df.set(f.name, (df.get(f.name) ?? 0) + 1);
  const index = new Map<string, number>(); const names: string[] = [];
  for (const [n, c] of df) { const min = ns(n) === 'b' || ns(n) === 'tb' ? Math.max(minDf, 3) : minDf; if (c >= min) { index.set(n, names.length); names.push(n); } }
  const l2 = (i: number) => { const n = ns(names[i] ?? ''); return n === 's' ? L2s : n === 'c' || n === 'tc' || n === 'n' ? L2c : n === 'b' || n === 'tb' ? L2b : L2w; };
  const P = num('DROPOUT', 0); const C = num('COPIES', 1);
  const thin = (e: Example, copy: number): Example => ({ ...e, features: e.features.filter((f) => { let h = copy * 7919 + e.invite.title.length * 31; for (const ch of f.name + e.invite.title.slice(0, 12)) h = (h * 33 + ch.charCodeAt(0)) | 0; h ^= h >>> 13; h = Math.imul(h, 0x5bd1e995); h ^= h >>> 15; return ((h >>> 0) % 1000) / 1000 >= P; }) });
  const data = P > 0 ? Array.from({ length: C }, (_, c) => list.map((e) => thin(e, c + 1))).flat() : list;
  const t = train(rowsOf(data, index), { classes: actNames.length, features: names.length, l2, epochs, rate });
  return { t, index, names };
}
function predict(m: ReturnType<typeof fit>, list: readonly Example[]) {
  const out = new Float64Array(actNames.length);
  return rowsOf(list, m.index).map((row, i) => {
    score(row, m.t.weights, m.t.bias, actNames.length, out); softmax(out);
    const p = { live: 0, async: 0, unclear: 0 } as Record<string, number>;
    actNames.forEach((a, c) => { p[acts[a].need] = (p[acts[a].need] ?? 0) + (out[c] ?? 0); });
    const best = actNames[out.indexOf(Math.max(...out))];
    return { e: list[i] as Example, p, best };
  });
}
function report(name: string, preds: { e: Example; p: Record<string, number>; best: string | undefined }[]) {
  const top = (p: Record<string, number>) => Object.entries(p).sort((a, b) => b[1] - a[1])[0] as [string, number];
  const acc = preds.filter((x) => top(x.p)[0] === x.e.invite.need).length / preds.length;
  const actAcc = preds.filter((x) => x.best === x.e.act).length / preds.length;
  const la = preds.filter((x) => x.e.invite.need !== 'unclear');
  const ranked = la.map((x) => { const [n, c] = (x.p.live ?? 0) >= (x.p.async ?? 0) ? ['live', x.p.live ?? 0] as const : ['async', x.p.async ?? 0] as const; return { right: n === x.e.invite.need, c, x }; }).sort((a, b) => b.c - a.c);
  let right = 0, best95 = 0, n = 0, at75 = 0; let thr = 0;
  for (const r of ranked) { n++; if (r.right) right++; if (right / n >= 0.95) { best95 = n / ranked.length; thr = r.c; } if (n === Math.ceil(ranked.length * 0.75)) at75 = right / n; }
  const liveAsync = ranked.filter((r) => r.right).length / ranked.length;
  const ll = preds.reduce((a, x) => a - Math.log(Math.max(1e-6, x.p[x.e.invite.need] ?? 0)), 0) / preds.length;
  console.log(name, 'LL', ll.toFixed(4), 'n', preds.length, 'need acc', acc.toFixed(3), 'act', actAcc.toFixed(3), 'live/async', liveAsync.toFixed(3), 'coverage@95', best95.toFixed(3), 'thr', thr.toFixed(3), 'acc@75', at75.toFixed(3));
  return ranked;
}
const folds = num('FOLDS', 5);
const all: ReturnType<typeof predict> = [];
const t0 = performance.now();
if (folds > 1) for (let k = 0; k < folds; k++) { const m = fit(examples.filter((_, i) => i % folds !== k)); all.push(...predict(m, examples.filter((_, i) => i % folds === k))); }
if (env.LOFO) { const files = [...new Set(examples.map((e) => (e.invite as any).file))]; for (const f of files) { const m = fit(examples.filter((e) => (e.invite as any).file !== f)); const p = predict(m, examples.filter((e) => (e.invite as any).file === f)); report(f, p); all.push(...p); } report('LOFO', all); }
if (folds > 1) { report('CV', all); for (const l of ['en','de']) report(' '+l, all.filter(x=>x.e.invite.lang===l)); report(' body', all.filter(x=>x.e.invite.description)); report(' title-only', all.filter(x=>!x.e.invite.description)); }
console.log('time', ((performance.now() - t0) / 1000).toFixed(1));
if (env.ERR) for (const x of all.filter((x) => (x.p[x.e.invite.need] ?? 0) < 0.25).slice(0, Number(env.ERR))) console.log(x.e.act, JSON.stringify(x.p), x.best, '|', x.e.invite.title, '|', x.e.invite.description);
if (env.TEST) {
  const m = fit(examples);
  console.log('features', m.names.length);
  for (const file of env.TEST.split(',')) {
    const test = readInvites(file).map(toExample);
    const preds = predict(m, test);
    report(file.split('/').pop() ?? '', preds);
    if (env.SHOW) for (const x of preds) console.log((Object.entries(x.p).sort((a, b) => b[1] - a[1])[0]?.[0] === x.e.invite.need ? '   ' : 'XX '), x.e.act, x.best, JSON.stringify(Object.fromEntries(Object.entries(x.p).map(([k, v]) => [k, Number(v.toFixed(2))]))), '|', x.e.invite.title, '|', x.e.invite.description?.slice(0, 80));
  }
}

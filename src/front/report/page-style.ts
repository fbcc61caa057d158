/** Colours of one scheme. Text on paper reaches 4.5:1 (WCAG AA), marks of the charts 3:1. */
const light = `--paper:#fbfaf7;--card:#fff;--ink:#1c1b19;--soft:#5f5b54;--rule:#e4e0d8;
--live:#2d5f8b;--async:#b8701a;--async-text:#8f5410;--unclear:#8b867c;
--heat-1:#c9d9e6;--heat-2:#93b5cf;--heat-3:#5588b0;--heat-4:#2d5f8b;`;

const dark = `--paper:#171614;--card:#1f1e1b;--ink:#ece8e0;--soft:#aaa499;--rule:#36332e;
--live:#7eb0dc;--async:#e0a458;--async-text:#e0a458;--unclear:#8d877c;
--heat-1:#2c4457;--heat-2:#375b7a;--heat-3:#5486b0;--heat-4:#8fc0ea;`;

/** The style of the page. One column on a phone, two for the charts from 900 px on. */
export const pageStyle = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
@media print{:root{color-scheme:light;${light}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
main{max-width:1120px;margin:0 auto;padding:clamp(28px,6vw,72px) clamp(20px,4vw,40px)}
h1,h2,h3,.figure b{font-family:ui-serif,"Iowan Old Style",Charter,Georgia,serif;font-weight:600;text-wrap:balance}
h1{font-size:clamp(28px,4.6vw,50px);line-height:1.14;letter-spacing:-.015em;margin:0;max-width:21em}
h1 em{font-style:normal;color:var(--async-text)}
h2{font-size:26px;line-height:1.25;margin:72px 0 8px}
h3{font-size:20px;line-height:1.3;margin:0}
p{margin:8px 0;max-width:68ch}
.about,.quiet,figcaption p,.small{color:var(--soft)}
.about{max-width:none;margin:0 0 20px;font-size:14px}
.lead{font-size:18px;margin-top:20px}
.figures{display:grid;grid-template-columns:repeat(2,1fr);gap:24px;margin:44px 0 12px;padding:24px 0;border-block:1px solid var(--rule)}
.figure{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figure dd{margin:0}
.figure b{display:block;font-size:clamp(34px,5vw,54px);line-height:1;letter-spacing:-.02em;font-variant-numeric:tabular-nums lining-nums;margin-bottom:8px}
.figure small{font-size:.5em;font-weight:500;letter-spacing:0}
.figure dt{font-size:14px;line-height:1.4;color:var(--soft)}
.figure.async b{color:var(--async-text)}
.charts{display:grid;gap:20px;margin-top:40px}
.panel{margin:0;min-width:0;background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:clamp(16px,2.4vw,24px);break-inside:avoid}
figcaption p{margin:2px 0 14px;font-size:14px}
.panel svg{display:block;width:100%;height:auto;overflow:visible}
.key{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:12px 0 0;padding:0;font-size:13px;color:var(--soft)}
.key i{display:inline-block;width:11px;height:11px;border-radius:3px;margin-right:6px}
table{width:100%;border-collapse:collapse;text-align:left}
th,td{vertical-align:top;padding:14px 24px 14px 0;border-top:1px solid var(--rule);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{border:0;padding-block:6px;font-size:13px;color:var(--soft)}
.judged{margin-top:40px;table-layout:fixed}
.judged caption{text-align:left;padding-bottom:10px}
.judged caption p{margin:2px 0 0;color:var(--soft);font-size:15px}
.judged col:first-child{width:32%}
.judged col:nth-child(2){width:17%}
.title{display:block;font-weight:600}
.meta{display:block;font-size:14px;color:var(--soft)}
.number{font-variant-numeric:tabular-nums}
.why p{margin:0 0 4px}
.why ul{margin:4px 0;padding-left:18px}
q{quotes:"\\201C" "\\201D"}
.quotes{font-size:14px;color:var(--soft)}
.tag{display:inline-block;margin-top:6px;padding:0 9px;border:1px solid var(--async);border-radius:99px;font-size:13px;color:var(--async-text)}
.outcome th,.outcome td{padding:9px 12px 9px 0}
.outcome caption{text-align:left;padding-bottom:8px}
.outcome thead th{white-space:nowrap}
.outcome th:last-child,.outcome td{text-align:right;width:5em}
.small{font-size:14px}
.small dl{display:grid;gap:12px 32px;margin:16px 0}
.small dt{font-weight:600;color:var(--ink)}
.small dd{margin:0}
@media (min-width:700px){.figures{grid-template-columns:repeat(4,1fr)}.small dl{grid-template-columns:1fr 1fr}}
@media (min-width:900px){.charts{grid-template-columns:1fr 1fr}}
@media (max-width:699px){
.judged,.judged tbody,.judged tr,.judged th,.judged td,.judged caption{display:block;width:auto}
.judged thead,.judged colgroup{display:none}
.judged tr{border-top:1px solid var(--rule);padding:14px 0}
.judged th,.judged td{border:0;padding:0 0 6px}
}
@media print{
body{background:none;font-size:11pt}main{max-width:none;padding:0}
.panel{border-color:#ccc}.judged tr{break-inside:avoid}h2,caption{break-after:avoid}
.charts{grid-template-columns:1fr 1fr}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}`;

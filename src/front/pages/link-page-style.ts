/** The style of the pages that links open: one column, readable on a phone, light and dark (4.5:1, WCAG AA). */
export const linkPageStyle = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1c1b19;--soft:#5f5b54;--rule:#e4e0d8;--live:#2d5f8b;--button:#2d5f8b;--on-button:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--card:#1f1e1b;--ink:#ece8e0;--soft:#aaa499;--rule:#36332e;--live:#7eb0dc;--button:#7eb0dc;--on-button:#171614}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
main{max-width:760px;margin:0 auto;padding:clamp(28px,7vw,80px) clamp(20px,5vw,40px) 24px}
footer{max-width:760px;margin:0 auto;padding:0 clamp(20px,5vw,40px) 40px;color:var(--soft);font-size:14px}
h1,h2{font-family:ui-serif,"Iowan Old Style",Charter,Georgia,serif;font-weight:600;text-wrap:balance}
h1{font-size:clamp(28px,5.4vw,44px);line-height:1.15;letter-spacing:-.015em;margin:0 0 12px}
h2{font-size:21px;line-height:1.3;margin:0 0 2px}
p{margin:8px 0}
a{color:var(--live)}
.soft,.hint,small{color:var(--soft)}
.hint{font-size:15px;margin:0 0 8px}
.lead{font-size:19px}
section{background:var(--card);border:1px solid var(--rule);border-radius:12px;padding:clamp(16px,3vw,24px);margin:16px 0}
section ul{margin:8px 0 0;padding-left:20px}
section li{margin:4px 0}
.actions{display:flex;flex-wrap:wrap;gap:12px 20px;align-items:center;margin:24px 0}
button,.button{font:inherit;font-weight:600;min-height:48px;padding:10px 22px;border:0;border-radius:10px;background:var(--button);color:var(--on-button);cursor:pointer;text-decoration:none;display:inline-flex;align-items:center}
button.quiet,.button.quiet{background:none;border:1px solid var(--soft);color:var(--live)}
.invented{margin:0 0 24px;padding:8px 14px;border-radius:10px;border:1px solid var(--rule);font-size:15px}
select{font:inherit;min-height:48px;max-width:100%;padding:10px 12px;border:1px solid var(--soft);border-radius:10px;background:var(--paper);color:var(--ink)}
button:focus-visible,select:focus-visible,a:focus-visible{outline:3px solid var(--live);outline-offset:3px}
@media print{body{background:none;font-size:11pt}.actions,footer{display:none}section{break-inside:avoid}}
`;

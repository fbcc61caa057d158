/** The invite, the log beside it from 860 px on, weeks as lists, people as tiles. */
export const sandboxStyle = `
.sandbox-stage{display:grid;gap:20px;grid-template-columns:minmax(0,1fr);margin:24px 0 20px}
.sandbox-stage>.card+.card{margin-top:0}
.sandbox-letter dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:2px 14px;margin:8px 0 14px}
.sandbox-letter dt{color:var(--soft);font-weight:400}
.sandbox-letter dd{margin:0}
.sandbox-text{margin:16px 0 0;padding-left:16px;border-left:3px solid var(--rule);color:var(--soft);white-space:pre-line}
.sandbox-example{display:flex;flex-wrap:wrap;align-items:center;gap:2px 14px;margin:10px 0}
.sandbox-head{justify-content:space-between}
.sandbox-head h2{margin:0}
.sandbox-head a{display:inline-flex;align-items:center;min-height:44px}
@media (scripting:enabled){.sandbox-head a{display:none}}
.sandbox-lines ol{list-style:none;margin:0;padding:0}
.sandbox-lines ol:not(:empty)+.sandbox-none{display:none}
.sandbox-lines:not(:has(>.sandbox-rest[open]))>ol>li:nth-child(n+6){display:none}
.sandbox-lines:not(:has(>ol>li:nth-child(6)))>.sandbox-rest,.sandbox-rest[open] .more,.sandbox-rest:not([open]) .fewer{display:none}
.sandbox-jumps{gap:0 18px}
.sandbox-jumps a{display:inline-flex;align-items:center;min-height:44px}
.sandbox-log .said,.stack .said{margin:12px 0}
.happened blockquote,.sandbox-entry blockquote{white-space:pre-line}
.happened{margin:0;padding:12px 0;border-top:1px solid var(--rule)}
.happened p{margin:0}
.happened time{color:var(--soft);font-size:14px}
.happened .sentence{font-weight:600}
.happened.mail .sentence,.happened.fault .sentence,.happened.document-shared .sentence{font-weight:400;color:var(--soft)}
.happened:first-child{border-top:0}
.happened .because{color:var(--soft)}
.happened form{margin:0}
.sandbox-chooser{display:flex;flex-wrap:wrap;gap:0 18px;align-items:end;margin:12px 0}
.sandbox-chooser .field{flex:1 1 16rem;margin-bottom:12px}
.sandbox-chooser button{margin-bottom:12px}
.sandbox-guests{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}
.sandbox-when{align-items:start}
.sandbox-week dl{margin:12px 0 0}
.sandbox-day{padding:8px 0;border-top:1px solid var(--rule)}
.sandbox-entry{display:grid;grid-template-columns:7.4em minmax(0,1fr);gap:2px 12px;margin:4px 0}
.sandbox-entry .number{color:var(--soft);font-size:15px}
.sandbox-entry s{color:var(--soft)}
.sandbox-entry .badge{padding-inline:8px;font-size:13px}
.sandbox-entry.focus .what,.sandbox-entry.away .what{color:var(--live)}
.sandbox-entry details>summary{font-size:14.5px}
.sandbox-people{list-style:none;padding:0;display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr))}
.sandbox-people li{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:8px 14px;margin:0;padding:12px 16px;border:1px solid var(--rule);border-radius:10px}
.sandbox-people .badge{margin-left:8px}
.sandbox-people form{margin:0}
@media (max-width:859px){.sandbox-fold:not([open])~*{display:none}}
@media (min-width:860px){
.sandbox-stage{grid-template:"letter log" auto "more log" 1fr/minmax(0,5fr) minmax(0,6fr)}
.sandbox-letter{grid-area:letter}
.sandbox-log{grid-area:log}
.sandbox-more{grid-area:more}
.sandbox-fold,.sandbox-jumps{display:none}
}
`;

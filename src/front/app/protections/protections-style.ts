/** What the page of protections needs beyond the shared classes. */
export const protectionsStyle = `
.protections{display:grid;gap:20px;grid-template-columns:minmax(0,1fr);margin-top:28px}
@media (min-width:1000px){.protections{grid-template-columns:minmax(0,3fr) minmax(0,2fr);align-items:start}}
.protections form>section:first-of-type{margin-top:0}
.weeks th,.weeks td{padding-right:14px;overflow-wrap:normal;hyphens:auto}
.weeks tbody th,.weeks td{white-space:nowrap}
.day-list{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr))}
.hour-row{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:center;border:0;border-top:1px solid var(--rule);margin:0;padding:8px 0;min-width:0}
.day-boxes{display:flex;flex-wrap:wrap}
.hour-row .time-input{display:inline-flex;align-items:center;gap:8px;min-height:44px}
.hour-row .time-input input{width:6.5em}
.protections input.short-input{width:8em}
.number-pair{display:grid;gap:0 28px;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));align-items:end}
.number-pair.levels{align-items:start}
.box .hint{margin:0 0 10px 31px}
.in-force>div{padding:8px 0;border-top:1px solid var(--rule)}
.in-force dd{margin:0}
.in-force-rules{padding:0;list-style:none}
.pause-form{margin:12px 0 0}
@media (min-width:860px){.grid-2:has(.pause-form){align-items:end}}
`;

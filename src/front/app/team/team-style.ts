/** What the team page needs beyond the shared classes. */
export const teamStyle = `
.team-rule-list{display:grid;gap:4px 28px;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr))}
.team-rule-list{margin-top:16px}
.team-rule-list .field{display:grid;grid-template-rows:subgrid;grid-row:span 4;align-content:start}
.team-members{padding:0;margin:0 0 20px;list-style:none}
.team-members li{display:grid;gap:2px 20px;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));padding:10px 0;margin:0;border-top:1px solid var(--rule)}
.team-members li:first-child{border:0}
.team-levels{display:grid;gap:8px 28px;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr))}
.team-figures{display:flex;flex-wrap:wrap;gap:8px 28px;padding:0;list-style:none}
.team-figures strong{font-size:26px;line-height:1.2}
.team-stopped{border-color:var(--danger);background:var(--danger-tint)}
.team-fallback{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;justify-content:space-between;padding:12px 0;border-top:1px solid var(--rule)}
`;

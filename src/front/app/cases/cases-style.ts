/** The list of cases and the story of one, beyond the shared classes. */
export const casesStyle = `
.case-notice{max-width:none;margin:20px 0;padding:16px 20px;border:1px solid var(--rule);border-left:4px solid var(--live);border-radius:10px;background:var(--card)}
.case-notice>:first-child{margin-top:0}
.case-notice>:last-child{margin-bottom:0}
.case-shelves{margin:24px 0 16px;gap:10px}
.case-shelves a[aria-current]{background:var(--live-tint);border-color:var(--live);color:var(--ink)}
.case-rows{list-style:none;margin:0;padding-block:6px}
.case-row{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-start;gap:10px 28px;margin:0;padding:18px 0;border-top:1px solid var(--rule)}
.case-row:first-child{border:0}
.case-text{flex:1 1 30rem;min-width:0}
.case-text p{margin:6px 0 0}
.case-text h2{font-size:20px;margin:2px 0 0}
.case-text h2 a{display:inline-block;padding:6px 0;color:var(--ink);text-decoration-color:var(--edge)}
.case-text h2 a:hover{color:var(--live)}
.case-head{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;max-width:none}
.case-pages{margin:20px 0}
.case-narrow{max-width:720px}
.case-back{display:inline-flex;align-items:center;min-height:44px}
.case-back::before{content:"";width:8px;height:8px;margin:0 10px 0 2px;border:solid currentColor;border-width:0 0 2px 2px;transform:rotate(45deg)}
.case-reasons,.case-related{list-style:none;padding:0}
.case-reasons>li{margin:0;padding:10px 0;border-top:1px solid var(--rule)}
.case-related a{display:inline-flex;align-items:center;min-height:44px}
.case-read dd{margin:0 0 4px}
.case-steps{list-style:none;margin:14px 0 0;padding:0 0 0 26px;border-left:2px solid var(--rule)}
.case-steps>li{position:relative;margin:0;padding:0 0 18px}
.case-steps>li::before{content:"";position:absolute;left:-33px;top:6px;width:12px;height:12px;border-radius:50%;background:var(--live);border:2px solid var(--card)}
.case-steps>li.to-come::before{background:var(--card);border-color:var(--edge)}
.case-steps p{margin:0}
.case-technical{margin-top:20px}
h4{margin:14px 0 2px;font-size:16px}
`;

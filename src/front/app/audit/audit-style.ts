/** What the audit page needs beyond the shared classes. */
export const auditStyle = `
.audit-filter{display:grid;gap:0 24px;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));align-items:end}
.audit-filter>.row{margin-bottom:20px}
.audit-head,.audit-facts code{overflow-wrap:anywhere}
.audit-facts{font-size:15px}
ul.audit-facts{margin:0;padding:0;list-style:none}
.audit-lines td{overflow-wrap:break-word;word-break:normal}
.audit-result{white-space:normal;border-radius:12px}
.audit-lines .audit-fixed{white-space:nowrap}
.audit-lines td:nth-child(3){min-width:16rem}
.audit-lines td:nth-child(4){width:30%;min-width:13rem}
#chain h3{margin-top:20px}
/* On a phone each entry is a card of its own, read from top to bottom. */
@media (max-width:759px){
.audit-lines,.audit-lines tbody,.audit-lines tr,.audit-lines td{display:block}
.audit-lines thead{display:none}
.audit-lines tr{margin-top:12px;padding:12px 16px;background:var(--card);border:1px solid var(--rule);border-radius:12px}
.audit-lines td:nth-child(n){width:auto;min-width:0;padding:2px 0;border:0;overflow-wrap:anywhere}
.audit-lines td:first-child::before{content:"# "}
}
`;

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
.audit-lines{min-width:60rem}
`;

/** What the audit page needs beyond the shared classes. */
export const auditStyle = `
.audit-filter{display:grid;gap:0 24px;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));align-items:end}
.audit-filter>.row{margin-bottom:20px}
.audit-head,.audit-facts{overflow-wrap:anywhere}
.audit-facts{font-size:15px}
.audit-result{white-space:normal;border-radius:12px}
.audit-when{white-space:nowrap}
.audit-lines{min-width:46rem}
`;

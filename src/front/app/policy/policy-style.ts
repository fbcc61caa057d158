/** What the policy page needs beyond the shared classes. */
export const policyStyle = `
.policy-text{min-height:24rem;white-space:pre;overflow-x:auto;tab-size:2}
.policy-findings{min-height:3rem}
.policy-fine{color:var(--done);font-weight:600}
h2~.policy-chapter{margin-top:20px}
.policy-problems li{margin:8px 0}
`;

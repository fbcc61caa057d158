/** What the policy page needs beyond the shared classes. */
export const policyStyle = `
.policy-text{min-height:24rem;white-space:pre;overflow-x:auto;tab-size:2}
.policy-findings{min-height:3rem}
.policy-fine{color:var(--done);font-weight:600}
h2~.policy-chapter{margin-top:20px}
.policy-problems li{margin:8px 0}
ul.policy-earlier{padding:0;list-style:none}
.policy-earlier a{display:inline-block;padding:10px 0}
.policy-difference>*{display:block;text-decoration:none;padding:0 6px;word-break:break-all}
.policy-difference>ins{color:var(--done);background:var(--done-tint)}
.policy-difference>del{color:var(--danger);background:var(--danger-tint)}
`;

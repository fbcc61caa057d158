/** Form and panel beside each other on wide screens; the table of people becomes a list on narrow ones. */
export const planStyle = `
.plan{display:grid;gap:20px;grid-template-columns:minmax(0,1fr);align-items:start;margin-top:28px}
@media (min-width:1020px){.plan{grid-template-columns:minmax(0,5fr) minmax(0,6fr)}}
.plan-times{display:grid;gap:0 18px;grid-template-columns:repeat(auto-fit,minmax(11em,1fr))}
.plan-times+.hint{margin:-8px 0 20px}
.plan-panel h2{margin:0 0 12px}
.plan-panel .card+.card{margin-top:16px}
.plan-warnings{padding-left:20px;color:var(--time)}
.plan-people td,.plan-people th{padding-right:14px;font-size:15px;overflow-wrap:break-word}
.plan-people tbody th{overflow-wrap:anywhere;min-width:11em}
.plan-people small{display:block}
.plan-hard{color:var(--time);font-weight:600}
.plan-slots{list-style:none;padding:0}
.plan-slots li{margin:0 0 12px}
.plan-slots button{width:100%;justify-content:flex-start}
.plan-slots button[aria-pressed=true]{background:var(--live-tint);border-color:var(--live)}
.plan-slots small{display:block;margin-top:3px}
@media (max-width:759px){
.plan-people,.plan-people tbody,.plan-people tr,.plan-people th,.plan-people td,.plan-people caption{display:block}
.plan-people thead{display:none}
.plan-people tr{border-top:1px solid var(--rule);padding:10px 0}
.plan-people tbody th,.plan-people td{border:0;padding:2px 0}
.plan-people td::before{content:attr(data-head) ": ";color:var(--soft)}
.plan-people td small{display:inline}
}
`;

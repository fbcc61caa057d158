/** What pages are made of: cards, rows, buttons, badges, tables and fields. */
export const partsStyle = `
.stack>*+*{margin-top:20px}
.stack{display:block}
.row,.actions{display:flex;flex-wrap:wrap;gap:12px 18px;align-items:center}
.row>p{margin:0}
.actions{margin:20px 0 4px}
.grid-2{display:grid;gap:20px;grid-template-columns:minmax(0,1fr)}
@media (min-width:860px){.grid-2{grid-template-columns:repeat(2,minmax(0,1fr))}}
.card{background:var(--card);border:1px solid var(--rule);border-radius:12px;padding:clamp(18px,2.6vw,28px);box-shadow:var(--shadow);min-width:0}
:where(*+.card,*+.grid-2,*+.empty){margin-top:20px}
:where(main>*+h2,main>*+section:not(.card)){margin-top:44px}
.grid-2>*,.row>.card{margin-top:0}
.card>:first-child{margin-top:0}
.card>:last-child{margin-bottom:0}
.empty{padding:clamp(28px,6vw,64px) clamp(20px,4vw,48px);border:1px dashed var(--edge);border-radius:12px;text-align:center}
.empty p{max-width:56ch;margin-inline:auto;color:var(--soft)}
.empty .button{margin-top:14px}
/* A thing to know before going on: what did not work, what is different here. */
.notice{max-width:none;margin:20px 0;padding:13px 18px;border-radius:10px;background:var(--async-tint);color:var(--async)}
button,.button{font:inherit;font-weight:600;line-height:1.3;min-height:44px;padding:10px 20px;border:1px solid transparent;border-radius:10px;background:var(--button);color:var(--on-button);cursor:pointer;text-align:center;text-decoration:none;display:inline-flex;align-items:center;justify-content:center;gap:8px;transition:background-color .12s,border-color .12s}
button:hover,.button:hover{background:var(--button-over)}
button.quiet,.button.quiet{background:transparent;color:var(--live);border-color:var(--edge)}
button.quiet:hover,.button.quiet:hover{background:var(--live-tint);border-color:var(--live)}
button.danger,.button.danger{background:transparent;color:var(--danger);border-color:var(--danger)}
button.danger:hover,.button.danger:hover{background:var(--danger-tint)}
button.link{min-height:44px;padding:0;border:0;background:none;color:var(--live);font-weight:400;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.16em}
button.link:hover{background:none;text-decoration-thickness:2px}
button:disabled{opacity:.55;cursor:default}
.badge{display:inline-block;max-width:100%;overflow-wrap:break-word;padding:2px 11px;border-radius:99px;font-size:14px;font-weight:600;line-height:1.5;color:var(--unclear);background:var(--unclear-tint)}
.badge.live{color:var(--live);background:var(--live-tint)}
.badge.async{color:var(--async);background:var(--async-tint)}
.badge.time{color:var(--time);background:var(--time-tint)}
.badge.done{color:var(--done);background:var(--done-tint)}
.table{width:100%;border-collapse:collapse;text-align:left}
.table caption{text-align:left;padding-bottom:8px;color:var(--soft)}
.table th,.table td{vertical-align:top;padding:12px 20px 12px 0;border-top:1px solid var(--rule);font-weight:400}
.table tbody th{font-weight:600}
.table th:last-child,.table td:last-child{padding-right:0}
.table thead th{overflow-wrap:break-word;border:0;padding-block:4px;font-size:14px;color:var(--soft)}
.table-scroll{overflow-x:auto}
.field{border:0;margin:0 0 20px;padding:0;min-width:0}
.field>label,.field>legend{display:block;padding:0;font-weight:600;margin-bottom:4px}
.field>.hint{margin:0 0 6px}
.field>.problem,.problem{color:var(--danger);font-weight:600;font-size:15px;margin:6px 0 0}
input,select,textarea{font:inherit;color:var(--ink)}
input:not([type=checkbox],[type=radio],[type=hidden],[type=submit]),select,textarea{display:block;width:100%;max-width:34rem;min-height:46px;padding:9px 13px;background:var(--paper);border:1px solid var(--edge);border-radius:9px}
textarea{max-width:none;min-height:7.5em;line-height:1.5;resize:vertical}
input[type=date],input[type=time],input[type=number],input[type=datetime-local]{width:auto;min-width:9em;max-width:100%}
input[aria-invalid=true],select[aria-invalid=true],textarea[aria-invalid=true]{border:2px solid var(--danger)}
input:focus-visible,select:focus-visible,textarea:focus-visible{outline-offset:0;border-radius:9px}
input[type=checkbox],input[type=radio]{width:20px;height:20px;margin:0;flex:none;accent-color:var(--button)}
label:has(>input[type=checkbox]),label:has(>input[type=radio]){display:inline-flex;align-items:center;gap:11px;min-height:44px;font-weight:400;cursor:pointer;margin:0 18px 0 0}
details:not(.menu)>summary{display:list-item;min-height:44px;padding:9px 0;cursor:pointer;color:var(--live)}
`;

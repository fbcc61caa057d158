/** Header, navigation, main part and footer. Below 760 px navigation and sign-out are in one menu. */
export const frameStyle = `
.skip{position:absolute;left:12px;top:-80px;z-index:3;padding:10px 18px;background:var(--button);color:var(--on-button);border-radius:8px;font-weight:600}
.skip:focus{top:10px}
.page-head{border-bottom:1px solid var(--rule);background:var(--card)}
.bar,.tabs,main,.page-foot{width:100%;max-width:1128px;margin-inline:auto;padding-inline:clamp(20px,4vw,40px)}
.bar{display:flex;align-items:center;justify-content:space-between;gap:8px 24px;min-height:64px}
.brand{display:inline-flex;align-items:center;gap:10px;min-height:44px;color:var(--ink);text-decoration:none;font:600 19px/1.2 ui-serif,"Iowan Old Style",Charter,Georgia,serif;white-space:nowrap}
.mark{flex:none;fill:none;stroke:var(--live);stroke-width:1.9;stroke-linecap:round}
.tools{display:flex;flex-wrap:wrap;align-items:center;justify-content:flex-end;gap:0 20px;font-size:15px}
.tools p{margin:0}
.tools form{display:flex}
.page-head ul{list-style:none;margin:0;padding:0}
.page-head li{margin:0}
.tabs ul{display:flex;flex-wrap:wrap;gap:0 26px}
.tabs a{display:flex;align-items:center;min-height:46px;border-bottom:3px solid transparent;color:var(--soft);text-decoration:none;font-size:15.5px}
.tabs a:hover{color:var(--ink);border-color:var(--rule)}
.tabs a[aria-current]{color:var(--ink);font-weight:600;border-color:var(--live)}
.invented{display:flex;flex-wrap:wrap;align-items:center;justify-content:center;gap:0 10px;max-width:none;min-height:44px;margin:0;padding:0 clamp(20px,4vw,40px);background:var(--async-tint);color:var(--async);font-size:14px}
.invented a{display:inline-flex;align-items:center;min-height:44px;color:inherit}
.menu{display:none}
.menu summary{display:inline-flex;align-items:center;gap:9px;min-height:44px;padding:0 4px;cursor:pointer;font-weight:600;list-style:none}
.menu summary::-webkit-details-marker{display:none}
.menu summary::after{content:"";width:8px;height:8px;border:solid currentColor;border-width:0 2px 2px 0;transform:translateY(-2px) rotate(45deg)}
.menu[open] summary::after{transform:translateY(2px) rotate(225deg)}
main{flex:1;padding-block:clamp(28px,5vw,56px) 40px}
.page-foot{padding-block:20px 36px;color:var(--soft);font-size:14px}
.said{max-width:none;margin:0 0 28px;padding:13px 18px;border-radius:10px;background:var(--done-tint);color:var(--done);font-weight:600}
@media (max-width:759px){
.wide{display:none}
.bar{position:relative;min-height:58px}
.bar:has(.menu){display:block;padding-top:7px}
.menu{display:block;padding-bottom:7px}
.menu summary{position:absolute;top:7px;right:clamp(20px,4vw,40px)}
.menu-sheet{margin-top:7px;padding-bottom:6px;border-top:1px solid var(--rule)}
.menu-sheet a{display:flex;align-items:center;min-height:48px;color:var(--ink);text-decoration:none;border-bottom:1px solid var(--rule)}
.menu-sheet a[aria-current]{font-weight:600;color:var(--live)}
.menu-sheet .tools{justify-content:space-between;padding-top:10px}
.menu-sheet .who{flex-basis:100%;padding:6px 0}
.invented{justify-content:flex-start}
}
`;

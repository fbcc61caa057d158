/** Type and plain elements. `overflow-wrap` keeps any word of any invite inside a phone's width. */
export const textStyle = `
*,*::before,*::after{box-sizing:border-box}
html{scroll-padding-top:16px}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%;text-size-adjust:100%}
h1,h2,h3{font-family:ui-serif,"Iowan Old Style",Charter,Georgia,serif;font-weight:600;text-wrap:balance}
h1{font-size:clamp(28px,4.4vw,42px);line-height:1.16;letter-spacing:-.015em;margin:0 0 12px}
h2{font-size:23px;line-height:1.28;letter-spacing:-.005em;margin:0 0 6px}
h3{font-size:18px;line-height:1.35;margin:0 0 4px}
:where(h2+h3,h2+form,h2+.field){margin-top:14px}
:lang(de) :is(h1,h2,h3){hyphens:auto}
p{margin:8px 0;max-width:70ch;text-wrap:pretty}
ul,ol{margin:8px 0;padding-left:22px}
li{margin:4px 0}
dl{margin:8px 0}
dt{font-weight:600}
dd{margin:0 0 8px}
hr{border:0;border-top:1px solid var(--rule);margin:24px 0}
a{color:var(--live);text-underline-offset:.16em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
blockquote{margin:10px 0;padding:2px 0 2px 16px;border-left:3px solid var(--rule);color:var(--soft)}
blockquote,q{font-family:ui-serif,"Iowan Old Style",Charter,Georgia,serif}
q{quotes:"\\201C" "\\201D"}
:lang(de) q{quotes:"\\201E" "\\201C"}
code,pre,kbd,textarea.code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.875em}
pre{max-width:100%;white-space:pre-wrap;margin:8px 0;padding:14px 16px;background:var(--unclear-tint);border-radius:8px}
time,.number{font-variant-numeric:tabular-nums}
.lead{font-size:19px;line-height:1.5;text-wrap:balance}
.soft,.hint,small{color:var(--soft)}
small,.hint{font-size:14.5px}
:focus-visible{outline:3px solid var(--live);outline-offset:3px;border-radius:4px}
main:focus{outline:none}
::selection{background:var(--live);color:var(--paper)}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;

/** Paper, and readers who want nothing to move. Comes after everything else, since it takes away. */
export const printStyle = `
@media print{
.page-head,.page-foot,.skip,.actions,form button,.button{display:none}
body{background:none;font-size:11pt;display:block}
main{max-width:none;padding:0}
.card{break-inside:avoid;box-shadow:none}
h1,h2,h3,caption{break-after:avoid}
a{color:inherit}
}
@media (prefers-reduced-motion:reduce){*,*::before,*::after{transition:none!important;animation:none!important;scroll-behavior:auto!important}}
`;

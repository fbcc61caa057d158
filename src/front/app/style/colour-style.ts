/**
 * Colours of one scheme. Text reaches 4.5:1 on paper, card and its own tint, borders of fields 3:1 (WCAG 2.2, 1.4.3
 * and 1.4.11); a test computes it.
 */
export const lightColours = `--paper:#fbfaf7;--card:#ffffff;--ink:#1c1b19;--soft:#5f5b54;--rule:#e4e0d8;--edge:#8b867c;
--live:#2d5f8b;--live-tint:#e8eff5;--async:#8f5410;--async-tint:#f8eedf;--time:#863a55;--time-tint:#f6e9ee;
--unclear:#5f5b54;--unclear-tint:#efece6;--done:#38663b;--done-tint:#e7f1e6;--danger:#a03328;--danger-tint:#f9e9e6;
--button:#2d5f8b;--button-over:#244e73;--on-button:#ffffff;--shadow:0 1px 2px rgb(28 27 25/.05),0 6px 20px -14px rgb(28 27 25/.22);`;

export const darkColours = `--paper:#171614;--card:#1f1e1b;--ink:#ece8e0;--soft:#aaa499;--rule:#36332e;--edge:#7d776d;
--live:#7eb0dc;--live-tint:#22303c;--async:#e0a458;--async-tint:#35291a;--time:#e39cb4;--time-tint:#38242c;
--unclear:#b5afa4;--unclear-tint:#2d2a26;--done:#94c693;--done-tint:#213022;--danger:#f0998d;--danger-tint:#3b2320;
--button:#7eb0dc;--button-over:#9cc5ea;--on-button:#171614;--shadow:none;`;

export const colourStyle = `:root{color-scheme:light dark;${lightColours}}
@media (prefers-color-scheme:dark){:root{${darkColours}}}
@media print{:root{color-scheme:light;${lightColours}}}`;

/** What somebody may write who wants a page to break or to act; each is text and nothing else. */
export const hostileTexts: readonly string[] = [
  '<script>window.hit=1</script>',
  '"><img src=x onerror="window.hit=1">',
  "' autofocus onfocus='window.hit=1' x='",
  '</title></textarea></style></script><svg onload="window.hit=1">',
  'javascript:window.hit=1',
  '{{constructor.constructor("window.hit=1")()}} #{window.hit=1} <%= 1 %>',
  '\u202Egnp.exe \u2066hidden\u2069 \u200B\u200F after',
  'NUL \u0000 bell \u0007 escape \u001B[31m end',
  'x'.repeat(10_000),
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(20),
  '👩‍👩‍👧‍👦'.repeat(500),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘',
  '\uD800 lone surrogate',
  '__proto__',
  '&lt;b&gt; &amp;amp; &#x3c;',
  ' \n\t\r\n ',
];

export const signInStyle = `
.narrow{max-width:680px}
.narrow .card{margin-top:24px}
.people{list-style:none;margin:28px 0 0;padding:0;display:grid;gap:20px;grid-template-columns:repeat(auto-fill,minmax(min(100%,250px),1fr))}
.people .card{margin:0;display:flex}
.people form{display:flex;flex-direction:column;flex:1;align-items:flex-start}
.people .row{flex:1;align-content:flex-start;margin:0 0 14px}
`;

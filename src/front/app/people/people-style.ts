/** What the page of people needs beyond the shared classes. */
export const peopleStyle = `
.people-address{overflow-wrap:anywhere}
`;

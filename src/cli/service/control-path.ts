/** Below it, a running server takes operations of commands. */
export const controlPath = '/control';

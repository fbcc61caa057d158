/** What the gate did for several mailboxes together. */
export interface GroupFigure {
  /** Invites that were declined, withdrawn since or not. */
  readonly declines: number;
  /** Written alternatives or other times that went out with an answer. */
  readonly offers: number;
  /** Questions and proposals to the owners. */
  readonly prompts: number;
}

export interface GroupFigures {
  /**
   * Of these mailboxes together since then. Whoever asks makes sure that there are enough of them to tell nothing of one.
   */
  since(mailboxIds: readonly string[], sinceMs: number): Promise<GroupFigure>;
}

// Questions that come faster than answers: one is on its way at a time; of those that come meanwhile the last is asked.

export class Latest {
  /** `ask(message)` gives a promise. */
  constructor(ask) {
    this.ask = ask;
    this.next = null;
  }

  async send(message) {
    this.next = message;
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.next) {
        const message = this.next;
        this.next = null;
        await this.ask(message);
      }
    } finally {
      this.busy = false;
    }
  }
}

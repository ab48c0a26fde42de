// A card in a notebook: what it shows comes from Python, where it stands is kept there, and what is asked goes there.

const SILENCE = 6000;  // ms after which a kernel that does not answer is said not to

/** What a card shows, in a binary trait: JSON, gzipped. */
const read = async model => {
  const stream = new Blob([model.get('_film')]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
};

/** Act once what has changed is painted; at once in a page that is not seen, and so not painted. */
const whenPainted = act => document.hidden ? act() : requestAnimationFrame(() => setTimeout(act));

/**
 * Tells Python where a card stands once that is painted: Python can wait, and of several changes hears the last. Until
 * then the model holds what was told before: Python's echo of that, come meanwhile, would take back what is set.
 */
export const telling = (model, later = whenPainted) => {
  let waiting = null;
  return changes => {
    const first = !waiting;
    waiting = {...waiting, ...changes};
    if (first) later(() => {
      model.set(waiting);
      waiting = null;
      model.save_changes();
    });
  };
};

const download = (html, name) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([html], {type: 'text/html'}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

/** Questions to Python, each with a number, so that each gets its own answer. */
export class Asker {
  constructor(model, words, silence = SILENCE) {
    this.model = model;
    this.words = words;
    this.silence = silence;
    this.waiting = new Map();
    this.number = 0;
  }

  /** A promise of the answer: {refused: words} where it was refused, or where nobody answers. */
  ask(message) {
    return new Promise(answer => {
      const id = ++this.number, late = setTimeout(() => this.silent(id), this.silence);
      this.waiting.set(id, {answer, late});
      try {
        this.model.send({...message, id});
      } catch {  // the kernel is gone, and its channel with it
        this.silent(id);
      }
    });
  }

  silent(id) { this.answered({id, refused: this.words().noAnswer}); }

  answered(reply) {
    const {answer, late} = this.waiting.get(reply.id) ?? {};
    if (!answer) return;
    clearTimeout(late);
    this.waiting.delete(reply.id);
    answer(reply);
  }
}

/**
 * What a notebook asks of a widget's module. `make(data, state, hands)` gives a card for a view: `state` holds the
 * traits named in `traits`, `hands` are {set, ask}. `traits` is {name: (card, value) => …}, for what Python sets;
 * `told` is {name: (card, value, buffers) => …}, for what it says. A card has `root`, `load(data, state)` and `close()`.
 */
export const linked = (make, traits, told = {}) => () => {
  const cards = new Set();
  let film, asker, data, teller;
  const every = (act, ...rest) => cards.forEach(card => act(card, ...rest));
  const state = model => Object.fromEntries(Object.keys(traits).map(name => [name, model.get(name)]));
  return {
    initialize({model}) {
      film = read(model);
      asker = new Asker(model, () => data.words);
      model.on('change:_film', async () => {
        const mine = film = read(model), next = await mine;
        if (film !== mine) return;  // another one has come meanwhile
        data = next;
        every(card => card.load(data, state(model)));
      });
      for (const [name, take] of Object.entries(traits))
        model.on(`change:${name}`, () => every((card, value) => card === teller || take(card, value), model.get(name)));
      model.on('msg:custom', (message, buffers) => {
        if (message.page) download(message.page, message.name);
        for (const [name, take] of Object.entries(told)) if (name in message) every(take, message[name], buffers);
        asker.answered(message);
      });
    },
    async render({model, el}) {
      data = await film;
      const own = {  // what a card tells, the others take: it may itself have gone on meanwhile
        set(changes) {
          teller = card;
          model.set(changes);
          teller = null;
        },
        save_changes: () => model.save_changes(),
      };
      const card = make(data, state(model), {set: telling(own), ask: message => asker.ask(message)});
      cards.add(card);
      el.append(card.root);
      return () => {
        cards.delete(card);
        card.close();
      };
    },
  };
};

// Each question to Python gets its own answer, and silence is an answer too.

import {Asker, linked, telling} from '../../src/backprop/widgets/front/link.js';
import {equal} from './check.js';

const words = () => ({noAnswer: 'nobody'});

/** A model of one trait, position, that holds a film with nothing in it. */
const modelled = async () => {
  const gzipped = new Blob(['{}']).stream().pipeThrough(new CompressionStream('gzip'));
  const state = {position: 0, _film: await new Response(gzipped).arrayBuffer()}, heard = {};
  return {
    get: name => state[name],
    on: (name, act) => { heard[name] = act; },
    set({position}) {
      if (position === state.position) return;
      state.position = position;
      heard['change:position']();
    },
    save_changes() {},
  };
};

/** A card that shows where it stands, and tells it when it is asked to. */
class Standing {
  constructor(data, {position}, {set}) {
    this.root = '';
    this.position = position;
    this.tell = () => set({position: this.position});
  }

  take(position) { this.position = position; }
}

export const tests = {
  async 'answers that come in another order reach the questions that they belong to'() {
    const sent = [], asker = new Asker({send: message => sent.push(message)}, words);
    const first = asker.ask({edit: 'a'}), second = asker.ask({edit: 'b'});
    asker.answered({id: sent[1].id, refused: 'second'});
    asker.answered({id: sent[0].id});
    equal([await first, await second].map(({refused}) => refused ?? ''), ['', 'second']);
  },
  async 'a kernel that does not answer is said not to'() {
    const asker = new Asker({send() {}}, words, 5);
    equal((await asker.ask({edit: 'a'})).refused, 'nobody');
  },
  async 'a kernel that is gone is said at once not to answer'() {
    const asker = new Asker({send() { throw new Error('closed'); }}, words);
    equal((await asker.ask({edit: 'a'})).refused, 'nobody');
  },
  'of several changes before a paint Python hears once, with the last of them'() {
    const told = [], waiting = [], state = {};
    const model = {set: changes => Object.assign(state, changes), save_changes: () => told.push(state.position)};
    const set = telling(model, act => waiting.push(act));
    for (const position of [1, 2, 3]) set({position});
    equal(told, []);
    waiting.pop()();
    set({position: 4});
    waiting.pop()();
    equal([told, waiting.length], [[3, 4], 0]);
  },
  'the echo of what was told before does not take a card back that has moved on'() {
    const seen = [], waiting = [], told = [], state = {position: 0};
    const model = {
      set({position}) {
        if (position !== state.position) seen.push(state.position = position);
      },
      save_changes: () => told.push(state.position),
    };
    const set = telling(model, act => waiting.push(act));
    set({position: 1});
    waiting.pop()();
    set({position: 2});
    model.set({position: 1});  // the echo
    waiting.pop()();
    equal([seen, told], [[1, 2], [1, 2]]);
  },
  async 'what a card tells is taken by the other cards of its model, and not by itself, which may have gone on'() {
    globalThis.document ??= {hidden: false};  // where there is no page
    globalThis.requestAnimationFrame ??= act => setTimeout(act);
    const model = await modelled(), cards = [], el = {append() {}};
    const make = (...given) => cards[cards.push(new Standing(...given)) - 1];
    const {initialize, render} = linked(make, {position: (card, i) => card.take(i)})();
    initialize({model});
    await render({model, el});
    await render({model, el});
    const [one, other] = cards;
    one.take(1);
    one.tell();
    one.take(2);
    await new Promise(done => setTimeout(done, 100));
    equal([one.position, other.position, model.get('position')], [2, 1, 1]);
    model.set({position: 7});  // Python's
    equal([one.position, other.position], [7, 7]);
  },
  'an answer that nobody waits for changes nothing'() {
    new Asker({send() {}}, words).answered({id: 99});
  },
};

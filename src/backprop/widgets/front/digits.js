// The digit trainer in a notebook: Python trains, and what is read after each epoch comes from there as rows.

import {linked} from './link.js';
import {Reader} from './reader.js';

const silently = {tell: false};
const make = (data, state, hands) => new Reader(data, state, hands);
const traits = {
  position: (card, i) => card.go(i, silently),
  chosen: (card, chosen) => card.choose(chosen, silently),
  _stand: (card, stand) => card.stands(stand),
};

export default () => {
  const {initialize, render} = linked(make, traits, {rows: (card, piece, buffers) => card.take(piece, buffers)})();
  return {
    initialize,
    async render({model, el}) {
      const end = await render({model, el});
      model.send({views: 1});
      return () => {
        model.send({views: -1});
        end();
      };
    },
  };
};

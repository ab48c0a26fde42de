// Training in a notebook: its film and rows come from Python, which records on while they are looked at.

import {linked} from './link.js';
import {Trained} from './trained.js';

const silently = {tell: false};
const make = (data, state, hands) => new Trained(data, state, hands);
const traits = {
  position: (card, i) => card.go(i, silently),
  parameter: (card, place) => card.follow(place, silently),
  shown: (card, run) => card.turn(run, silently),
  _stand: (card, stand) => card.stands(stand),
  _rows() {},
};

export default () => {
  const {initialize, render} = linked(make, traits, {rows: (card, piece, buffers) => card.take(piece, buffers)})();
  return {
    initialize,
    async render({model, el}) {
      const end = await render({model, el}), inner = el.querySelector('.bp-inner');
      let shown = null;
      /** The stepper below is a widget of its own. */
      const below = async () => {
        const id = model.get('_stepper');
        shown = id;
        inner.replaceChildren();
        if (!id) return;
        const view = await model.widget_manager.create_view(await model.widget_manager.get_model(id.replace('IPY_MODEL_', '')));
        if (shown === id) inner.replaceChildren(view.el);
      };
      model.on('change:_stepper', below);
      model.send({views: 1});
      await below();
      return () => {
        model.off('change:_stepper', below);
        model.send({views: -1});
        end();
      };
    },
  };
};

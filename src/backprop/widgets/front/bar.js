// The bar below a timeline: to the first, back, play, forward, to the last; where it stands; how fast it plays.

import {button, choices, fill, make, swap} from './dom.js';

export class Bar {
  /** `card` has `position`, `last`, `go(i)`, `root`, and perhaps `settled()`, told when it stops; `speeds` is {id: ms a step} of the words' speeds, 0 for a step a frame; medium is first. */
  constructor(card, words, speeds) {
    this.card = card;
    this.words = words;
    this.root = make('div', 'bp-bar');
    const step = (name, to) => button(`bp-${name}`, words[name], to, name);
    this.play = step('play', () => this.toggle());
    this.play.append(make('span', '', words.play));
    this.count = make('div', 'bp-count');
    const counted = make('div');  // a box within a row cannot be laid out by itself, one within a box can
    counted.append(this.count);
    this.speed = choices(words.speed, words.speeds, 'medium', () => {
      if (this.playing) this.run();
    });
    this.speed.classList.add('bp-speed');
    this.speeds = speeds;
    this.root.append(
      step('first', () => card.go(0)), step('back', () => card.go(card.position - 1)), this.play,
      step('forward', () => card.go(card.position + 1)), step('last', () => card.go(card.last)), counted, this.speed);
  }

  show(i, n) {
    this.count.textContent = fill(this.words.count, {i, n});
    if (n === this.n) return;
    this.n = n;
    this.count.style.width = `${room(fill(this.words.count, {i: n, n}))}ch`;
  }

  toggle() {
    if (this.playing) return this.stop();
    if (this.card.position === this.card.last) this.card.go(0);
    this.run();
    this.named('pause', this.words.pause);
  }

  run() {
    const {card} = this, ms = this.speeds[this.speed.value];
    this.playing?.();
    this.playing = repeated(ms, () => {
      if (card.position === card.last || !card.root.isConnected) this.stop();
      else card.go(card.position + 1);
    });
  }

  stop() {
    this.playing?.();
    this.playing = null;
    this.named('play', this.words.play);
    this.card.settled?.();
  }

  /** What the button does next. */
  named(icon, words) {
    const {play} = this;
    swap(play, icon);
    play.lastChild.textContent = play.title = play.ariaLabel = words;
  }
}

/** How many figures' room a text takes at most: a Chinese character has the room of two. */
const room = text => 1 + [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0);

/** Act every so many ms, or in every frame where they are 0; what it gives ends that. */
const repeated = (ms, act) => {
  if (ms) {
    const timer = setInterval(act, ms);
    return () => clearInterval(timer);
  }
  let frame = requestAnimationFrame(function next() {
    frame = requestAnimationFrame(next);
    act();
  });
  return () => cancelAnimationFrame(frame);
};

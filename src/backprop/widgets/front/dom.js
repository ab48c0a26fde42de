// Small helpers for elements. What a person typed or named enters a page through `text` alone.

/** An element with a class and a text. */
export const make = (tag, className = '', text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

/** Style and lay out what has changed now, while the next frame is waited for: in the frame it would delay the paint. */
export const layOut = element => void element.offsetHeight;

/** Another text, only where it is another. */
export const put = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

/** The head of a row or of a column. */
export const headed = (scope, text) => {
  const cell = make('th', '', String(text));
  cell.scope = scope;
  return cell;
};

/** A table: heads of columns, and rows of texts below; `cells` are a list a row. */
export const tabled = (css, heads, rows) => {
  const table = make('table', css), head = table.createTHead().insertRow(), body = table.createTBody();
  head.append(...heads.map(word => headed('col', word)));
  const cells = rows.map(row => {
    const line = body.insertRow();
    return row.map(text => {
      const cell = line.insertCell();
      cell.textContent = text;
      return cell;
    });
  });
  return {table, cells};
};

/** A card. In JupyterLab a key that is pressed in it is no command of the notebook: what has the focus says so. */
export const card = className => {
  const root = make('section', className);
  root.addEventListener('focusin', ({target}) => target.setAttribute('data-lm-suppress-shortcuts', ''));
  return root;
};

/** Act on what is typed: when the field is left changed, and on Enter. */
export const committed = (field, act) => {
  field.addEventListener('change', () => act(field.value));
  field.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();  // else what is left would be acted on again
    act(field.value);
  });
};

/** A template of words with its fields put in: fill("{i} of {n}", {i: 1, n: 2}). Of {one, other}, the field n chooses. */
export const fill = (template, fields) =>
  (template.other ? template[fields.n === 1 ? 'one' : 'other'] ?? template.other : template)
    .replace(/\{(\w+)\}/g, (whole, name) => fields[name] ?? whole);

/** What is said where there is no kernel; `ways` are [[name, address]] of places that have one, if the page knows any. */
export const withoutKernel = (words, ways = []) => {
  const said = document.createDocumentFragment();
  said.append(words.noKernel);
  ways.forEach(([name, address], n) => {
    const link = make('a', '', name);
    Object.assign(link, {href: address, target: '_blank', rel: 'noopener'});
    said.append(n ? ' · ' : ` ${words.ways} `, link);
  });
  return said;
};

const ICONS = {  // drawn, so that nothing depends on a font having a glyph
  first: 'M4 3v10M13 3L6 8l7 5z', back: 'M12 3L4 8l8 5z', play: 'M4 3l9 5-9 5z', pause: 'M5 3v10M11 3v10',
  forward: 'M4 3l8 5-8 5z', last: 'M12 3v10M3 3l7 5-7 5z', menu: 'M3 4h10M3 8h10M3 12h10', close: 'M4 4l8 8M12 4l-8 8',
};
const SVG = 'http://www.w3.org/2000/svg';

export const icon = name => {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = svg.appendChild(document.createElementNS(SVG, 'path'));
  path.setAttribute('d', ICONS[name]);
  return svg;
};

/** Another icon in the place of the one a button has. */
export const swap = (button, name) => button.querySelector('path').setAttribute('d', ICONS[name]);

/** A button with words, or with an icon that the words name. */
export const button = (className, words, pressed, drawn) => {
  const one = make('button', className);
  one.type = 'button';
  if (drawn) {
    one.append(icon(drawn));
    one.title = one.ariaLabel = words;
  } else one.textContent = words;
  one.addEventListener('click', pressed);
  return one;
};

/** One of several: a row of buttons, of which the chosen one is pressed. `names` is {id: words}. */
export const segmented = (label, names, chosen, choose) => {
  const row = make('div', 'bp-segmented');
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', label);
  for (const [id, words] of Object.entries(names)) {
    const one = button('', words, () => choose(id));
    one.dataset.id = id;
    row.append(one);
  }
  row.choose = id => [...row.children].forEach(one => one.setAttribute('aria-pressed', one.dataset.id === id));
  row.choose(chosen);
  return row;
};

/** One of several, in a list that opens. `names` is {id: words}. */
export const choices = (label, names, chosen, choose) => {
  const list = make('select');
  if (label) list.setAttribute('aria-label', label);
  for (const [id, words] of Object.entries(names)) {
    const option = make('option', '', words);
    option.value = id;
    list.append(option);
  }
  list.value = chosen;
  list.addEventListener('change', () => choose(list.value));
  return list;
};

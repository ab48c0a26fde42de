// Make what is seen like something else, touching only what differs: the rest needs no new style, layout or paint.

/** What makes a node that was made like `was` like `now`, of the same kind; null where nothing is to be done. */
export const difference = (was, now) => {
  if (now.nodeType !== Node.ELEMENT_NODE) return was.data === now.data ? null : {text: now.data};
  const set = [...now.attributes].filter(({name, value}) => was.getAttribute(name) !== value);
  const attributes = set.map(({name, value}) => [name, value]);
  for (const {name} of was.attributes) if (!now.hasAttribute(name)) attributes.push([name, null]);
  const children = ofChildren([...was.childNodes], [...now.childNodes]);
  return attributes.length || children.length ? {attributes, children} : null;
};

/** [[place, what is to be done there]]: of more children or fewer, those of another kind than the next come or go. */
const ofChildren = (was, now) => {
  const found = [];
  let at = 0, more = now.length - was.length;
  for (const next of now) {
    for (; more < 0 && was[at].nodeName !== next.nodeName; more += 1) found.push([at++, {gone: true}]);
    if (was[at]?.nodeName !== next.nodeName) {
      found.push([at, {before: next}]);
      more -= 1;
    } else {
      const inside = difference(was[at], next);
      if (inside) found.push([at, inside]);
      at += 1;
    }
  }
  for (; at < was.length; at += 1) found.push([at, {gone: true}]);
  return found;
};

/** Do to a node what the difference says. */
export const patch = (node, difference) => {
  const {text, attributes = [], children = []} = difference ?? {};
  if (text !== undefined) node.data = text;
  for (const [name, value] of attributes) {
    if (value === null) node.removeAttribute(name);
    else node.setAttribute(name, value);
  }
  const old = children.length && [...node.childNodes];
  for (const [place, inside] of children) {
    if (inside.gone) old[place].remove();
    else if (inside.before) node.insertBefore(inside.before.cloneNode(true), old[place] ?? null);
    else patch(old[place], inside);
  }
};

"""A card: a widget that is drawn in the page from what Python computed once, and asks Python for what is changed there.

Python sends what it shows, its film, whole; the page shows any position of it by itself. A question from the page gets
one answer: what was refused is said in it, and the last good state stays.
"""

import asyncio
import gzip
import json
from pathlib import Path

import anywidget
import traitlets

from backprop.widgets.controls import TURN, InTurn
from backprop.widgets.modules import page, style
from backprop.widgets.stored import Stored

PAUSE = 0.05  # seconds without a change after which a film is made


def compressed(data: dict) -> bytes:
    """Data for a page as JSON, gzipped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=3, mtime=0)


class Card(Stored, InTurn, anywidget.AnyWidget):
    """What all cards share. A card says what it answers, what its page is, and what stands there without a kernel."""

    _css = style()
    _film = traitlets.Bytes().tag(sync=True)
    _asked = 0  # how many films

    def __init__(self, **traits):
        super().__init__(**traits)
        self.on_msg(lambda _, message, buffers: self._told(message))

    def _told(self, message):
        """A question from the page, and its answer, which carries the question's number."""
        with TURN:
            reply = {"id": message.get("id")}
            try:
                if "save" in message:
                    reply |= {"page": self._page(), "name": f"{type(self).__name__.lower()}.html"}
                else:
                    self._answer(message)
            except (ValueError, TypeError) as refused:
                reply["refused"] = str(refused.args[0])
            self.send(reply)

    def _film_soon(self):
        """Make the film as soon as no other change follows; until then the page shows what it was told."""
        self._asked += 1
        asked = self._asked
        try:
            asyncio.get_running_loop().call_later(PAUSE, lambda: self._follow(asked))
        except RuntimeError:  # without a kernel nothing is waited for
            self._follow(asked)

    def _follow(self, asked):
        """The film that was asked for, unless another one has been asked for meanwhile, or nobody wants any."""
        with TURN:
            if asked == self._asked:
                self._film = self._whole()

    def close(self):
        """Closed, with all that it is made of, it makes no more films."""
        super().close()
        self._asked += 1
        if layout := self._trait_values.get("layout"):  # a model of its own, which would be kept for ever
            layout.close()

    def recorded(self) -> tuple[str, str, dict, dict]:
        """What a page needs of it with no kernel: a title, its kind in ``kinds.js``, its data, where it stands.

        Raises ValueError for what is too large for a page.
        """
        raise NotImplementedError

    def _page(self):
        title, *card = self.recorded()
        return page(title, [tuple(card)])

    def save_html(self, path: str | Path) -> Path:
        """Write one file that works with no kernel and no network, and return its path.

        Raises ValueError for what is too large for a page.
        """
        path = Path(path)
        path.write_text(self._page(), encoding="utf-8")
        return path

"""The site, made once and served as GitHub Pages serves it: under the repository's name, with its own page for 404."""

import gzip
import importlib.util
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urldefrag

ROOT = Path(__file__).parents[2]
NEEDS = ("sphinx", "myst_nb", "furo", "latex2mathml", "ziamath", "brotli")
MISSING = "What the site is made with is missing; install tests/requirements.txt."
BASE = "/backprop/"


def missing():
    """What the site needs and is not installed."""
    return [name for name in NEEDS if importlib.util.find_spec(name) is None]


def made(folder):
    """Make the site in a folder, by its own command: (return code, what it said)."""
    command = [sys.executable, str(ROOT / "docs" / "site"), str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT)
    return done.returncode, done.stdout + done.stderr


@lru_cache(maxsize=256)
def zipped(data):
    """The bytes as they go over the line, made once."""
    return gzip.compress(data, 6)


class Handler(SimpleHTTPRequestHandler):
    """Files of a folder under BASE, gzipped where that helps; a page for what is not there."""

    def log_message(self, *_):
        """Say nothing."""

    def do_GET(self):
        path, query = self.path.split("?")[0], Path(self.directory)
        file = query / unquote(path.removeprefix(BASE)) if path.startswith(BASE) else query / "nowhere"
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        data = (file if found else query / "404.html").read_bytes()
        kind = self.guess_type(str(file)) if found else "text/html"
        self.send_response(200 if found else 404)
        text = kind.startswith("text/") or kind.endswith(("javascript", "svg+xml", "json"))
        if text:
            data = zipped(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with suppress(ConnectionError):  # whoever asked has left
            self.wfile.write(data)


@contextmanager
def served(folder, handler=Handler):
    """The address at which a folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BASE if handler is Handler else '/'}"
    finally:
        server.shutdown()
        server.server_close()


# ------------------------------------------------------- links


class _Read(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.links = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.ids |= {attributes[name] for name in ("id", "name") if attributes.get(name)}
        self.links += [attributes[name] for name in ("href", "src", "data-film") if attributes.get(name)]


def dangling(folder):
    """(page, link) wherever a link of a page leads to no file, or to no place in it; other hosts are not asked."""
    pages = {path.name: _Read(path.read_text("utf-8")) for path in sorted(folder.glob("*.html"))}
    found = []
    for name, page in pages.items():
        for link in page.links:
            address, anchor = urldefrag(link.removeprefix(BASE))
            if ":" in address.split("/")[0]:
                continue
            there = unquote(address.split("?")[0]) or ("index.html" if link.startswith(BASE) else name)
            place = unquote(anchor) in {"", *pages[there].ids} if there in pages else (folder / there).is_file()
            if not place:
                found.append((name, link))
    return found

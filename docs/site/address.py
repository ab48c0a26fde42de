"""What is said of the project in one place: its promise, and its addresses, all from the one in ``pyproject.toml``."""

import tomllib
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
FIRST = "00_gradient_descent.ipynb"
ZIP = "backprop-notebooks.zip"


def repository() -> str:
    """The repository's address."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project["urls"]["Repository"]


def promise() -> str:
    """The promise, as the README makes it."""
    return (ROOT / "README.md").read_text("utf-8").split("\n\n")[1]


def base() -> str:
    """The path under which GitHub Pages serves the site."""
    return f"/{urlsplit(repository()).path.split('/')[2]}/"


def site() -> str:
    """The site's address on GitHub Pages."""
    owner = urlsplit(repository()).path.split("/")[1]
    return f"https://{owner.lower()}.github.io{base()}"


def ways(notebook: str = FIRST) -> list[tuple[str, str]]:
    """(name, address) of every way to run a notebook."""
    path = urlsplit(repository()).path
    return [
        ("Binder", f"https://mybinder.org/v2/gh{path}/HEAD?urlpath=lab/tree/notebooks/{notebook}"),
        ("Colab", f"https://colab.research.google.com/github{path}/blob/main/notebooks/{notebook}"),
        ("all notebooks, as a zip", ZIP),
    ]


def run_links(notebook: str = FIRST) -> str:
    """The ways to run a notebook, as links."""
    return " · ".join(f'<a href="{address}">{name}</a>' for name, address in ways(notebook))

"""Run every notebook and write its outputs: the only way outputs get written.

.venv-test/bin/python tests/regenerate.py [names of notebooks, all without any]
"""

import sys
import tomllib
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
INSTALL = """from importlib.util import find_spec

if find_spec("backprop") is None:
    get_ipython().run_line_magic("pip", "install -q git+{address}")"""


def install():
    """The first code cell of every notebook: where the package is missing, as on Colab, the repository has it.

    JupyterLab hides its source, and the site leaves it out.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    metadata = {"jupyter": {"source_hidden": True}, "tags": ["remove-cell"]}
    source = INSTALL.format(address=project["urls"]["Repository"])
    return nbformat.v4.new_code_cell(source, id="install", metadata=metadata)


def fold(cell):
    """Fold the output of a cell that reveals an answer, until somebody runs it; no other."""
    cell.metadata.pop("jupyter", None)
    if cell.cell_type == "code" and "reveal(" in cell.source:
        cell.metadata["jupyter"] = {"outputs_hidden": True}


def regenerate(path):
    """Execute one notebook in place; an error in a cell stops here and nothing is written."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [install() if cell.id == "install" else cell for cell in notebook.cells]
    client = NotebookClient(notebook, timeout=120, store_widget_state=False, coalesce_streams=True)
    client.execute(cwd=str(path.parent))
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.id != "install":
            fold(cell)
        for output in cell.get("outputs", []):
            # A live widget's address differs on every run and means nothing once the kernel has gone.
            if "application/vnd.jupyter.widget-view+json" in output.get("data", {}):
                output["data"]["application/vnd.jupyter.widget-view+json"]["model_id"] = cell["id"]
    nbformat.write(notebook, path)


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for path in [path for path in NOTEBOOKS if not wanted or path.stem in wanted or path.stem[:2] in wanted]:
        regenerate(path)
        print(path.name)

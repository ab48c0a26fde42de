"""The house: what stands at the top, which way imports run, how long a module is, and what each folder offers.

Each guard takes the package as texts, {path inside src/backprop: source}, or a list, and returns its complaints; so
each is fed a bad example too.
"""

import ast
import importlib
import inspect
import json
import pkgutil
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

import backprop

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "backprop"
# From the bottom to the top: each imports only from those before it.
ORDER = ["words", "notation", "engine", "examples", "story", "pictures", "exercises", "widgets"]
PUBLIC = ["backprop", *(f"backprop.{name}" for name in ("engine", "examples", "pictures", "exercises", "widgets"))]
MOST_NAMES, MOST_LINES = 10, 400
SOURCES = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
FOLDERS = sorted({path.parent.name for path in PACKAGE.glob("*/__init__.py")})
# What has an __all__: the folders, but for a language, which holds tables alone, and the examples, one module.
OFFERING = [path for path in SOURCES if path.endswith("__init__.py") and not path.startswith("words/en")]
OFFERING += [path for path in SOURCES if path == "examples.py"]


def place(module):
    """The part of the package that a path or a dotted name belongs to: of engine/network.py, engine."""
    return re.split(r"[/.]", module)[0]


def imported(source):
    """(module, name or None) of every import of our own package in a source, wherever it stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            if node.level:
                yield "." * node.level + (node.module or ""), None
            elif place(node.module) == "backprop":
                yield from ((node.module, alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names if place(alias.name) == "backprop")


# ------------------------------------------------------- the top


def crowded(names, most=MOST_NAMES):
    return [f"{len(names)} names, at most {most}: {', '.join(names)}"] if len(names) > most else []


def test_at_most_ten_names_stand_at_the_top_and_ten_are_offered_there():
    assert crowded(sorted(path.stem for path in PACKAGE.iterdir() if path.name != "__pycache__")) == []
    assert crowded(backprop.__all__) == []


def test_an_eleventh_name_is_noticed():
    assert crowded([*"abcdefghijk"]) and not crowded([*"abcdefghij"])


# ------------------------------------------------------- imports run one way


def against_the_order(sources):
    """Imports from a part that does not come before the importing one; parts that the order does not know."""
    complaints = []
    for path, source in sources.items():
        here = place(path)
        if here == "__init__":
            continue
        if here not in ORDER:
            complaints.append(f"{path}: {here} has no place in the order")
            continue
        for module, name in imported(source):
            if module.startswith("."):
                complaints.append(f"{path}: imports from {module}, by a relative name")
                continue
            there = place(module.partition(".")[2]) or name  # "from backprop import words" names a folder too
            if there not in ORDER:
                complaints.append(f"{path}: imports {name or module} from the package's top")
            elif there != here and ORDER.index(there) > ORDER.index(here):
                complaints.append(f"{path}: imports {module}, which comes after it")
    return complaints


def test_imports_run_one_way_so_no_two_folders_form_a_cycle():
    assert against_the_order(SOURCES) == []


@pytest.mark.parametrize(
    ("path", "source", "complaint"),
    [
        ("engine/network.py", "from backprop.story.walkthrough import Step", "comes after it"),
        ("engine/network.py", "def f():\n    import backprop.widgets", "comes after it"),
        ("notation.py", "from backprop import engine", "comes after it"),
        ("words/en/engine.py", "from backprop.notation import number", "comes after it"),
        ("widgets/stepper.py", "from backprop import Network", "the package's top"),
        ("widgets/stepper.py", "from .page import said", "a relative name"),
        ("helpers/tools.py", "", "no place in the order"),
    ],
)
def test_an_import_against_the_order_is_noticed(path, source, complaint):
    [found] = against_the_order({path: source})
    assert complaint in found
    fine = "import numpy\nfrom backprop import words\nfrom backprop.notation import number\n"
    assert against_the_order({"widgets/stepper.py": fine, "__init__.py": "from backprop.widgets import Stepper"}) == []


# ------------------------------------------------------- a module is read whole


def too_long(sources, most=MOST_LINES):
    lengths = {path: len(source.splitlines()) for path, source in sources.items()}
    return [f"{path} has {lines} lines, at most {most}" for path, lines in lengths.items() if lines > most]


def test_no_module_is_longer_than_400_lines():
    assert too_long(SOURCES) == []


def test_a_module_of_401_lines_is_noticed():
    assert too_long({"a.py": "1\n" * 401}) and not too_long({"a.py": "1\n" * 400})


# ------------------------------------------------------- the tests mirror the folders


def not_mirrored(folders, tests):
    """Folders with no tests, folders of tests for no folder, and files of tests that share a name."""
    tested = {path.split("/")[0] for path in tests if "/" in path}
    twice = [name for name, count in Counter(path.split("/")[-1] for path in tests).items() if count > 1]
    return (
        [f"{name} has no tests" for name in sorted({*folders} - tested)]
        + [f"tests/{name} mirrors no folder" for name in sorted(tested - {*folders, "browser", "answers"})]
        + [f"{name} stands twice" for name in twice]
    )


def test_the_tests_mirror_the_folders():
    tests = [path.relative_to(ROOT / "tests").as_posix() for path in (ROOT / "tests").rglob("test_*.py")]
    assert not_mirrored(FOLDERS, tests) == []


def test_tests_that_do_not_mirror_the_folders_are_noticed():
    assert not_mirrored(
        ["engine", "words"], ["engine/test_a.py", "other/test_b.py", "test_c.py", "engine/x/test_c.py"]
    ) == [
        "words has no tests",
        "tests/other mirrors no folder",
        "test_c.py stands twice",
    ]


# ------------------------------------------------------- each folder says what it holds, and what it offers


def untold(source, passes_on=True):
    """No first line that says what lives there; names that are offered and not in __all__, or the other way round.

    The __init__ of a folder at the top passes on what it imports; what is deeper does not, nor does a module.
    """
    tree = ast.parse(source)
    first = (ast.get_docstring(tree) or "").partition("\n")[0]
    complaints = [] if first.endswith(".") and len(first.split()) > 3 else [f"no line says what lives there: {first!r}"]
    offered, constants, listed = set(), set(), None
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and passes_on and place(node.module) == "backprop":
            offered |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            offered.add(node.name)
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            listed = ast.literal_eval(node.value)
        elif isinstance(node, ast.Assign):
            constants |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    if listed is None:
        return [*complaints, "no __all__"]
    unlisted, unknown = offered - {*listed}, {*listed} - offered - constants
    return complaints + [f"{name} is offered or listed, not both" for name in sorted(unlisted | unknown)]


@pytest.mark.parametrize("path", OFFERING)
def test_each_folder_says_what_lives_there_and_lists_what_it_offers(path):
    assert untold(SOURCES[path], path.endswith("__init__.py") and path.count("/") < 2) == []
    name = path.removesuffix(".py").removesuffix("__init__").rstrip("/").replace("/", ".")
    module = importlib.import_module(f"backprop.{name}".rstrip("."))
    assert [name for name in module.__all__ if not hasattr(module, name)] == []
    assert len({*module.__all__}) == len(module.__all__)


def test_a_folder_that_says_nothing_and_names_that_are_not_listed_are_noticed():
    said = '"""Numbers: NumPy is all it needs."""\n'
    for source, complaint in (
        ("__all__ = []", "no line says"),
        ('"""Helpers."""\n__all__ = []', "no line says"),
        (said, "no __all__"),
        (said + "from backprop.engine.network import Layer\n__all__ = []", "Layer"),
        (said + "__all__ = ['Layer']", "Layer"),
        (said + "def forward():\n    pass\n\n\n__all__ = []", "forward"),
    ):
        [found] = untold(source)
        assert complaint in found


def undescribed(module):
    """Public functions, classes and methods of a module with no docstring, of their own or of their base."""
    for name, thing in vars(module).items():
        if name.startswith("_") or getattr(thing, "__module__", None) != module.__name__:
            continue
        if inspect.isclass(thing):
            for method, value in vars(thing).items():
                counts = inspect.isfunction(value) or isinstance(value, property | classmethod | staticmethod)
                texts = [vars(base)[method].__doc__ for base in thing.__mro__ if method in vars(base)]
                if counts and not method.startswith("_") and not any(texts):
                    yield f"{module.__name__}.{name}.{method}"
        elif inspect.isfunction(thing) and not thing.__doc__:
            yield f"{module.__name__}.{name}"


def test_every_public_function_and_method_is_described():
    names = [name for _, name, _ in pkgutil.walk_packages(backprop.__path__, "backprop.")]
    assert [each for name in names for each in undescribed(importlib.import_module(name))] == []


def test_a_function_that_nobody_describes_is_noticed():
    module = ModuleType("bad")
    exec("def f(): pass\nclass A:\n  'A.'\n  def g(self): 'G.'\n  def h(self): pass", vars(module))
    exec("class B(A):\n  'B.'\n  def g(self): pass\n  @property\n  def k(self): pass", vars(module))
    assert [*undescribed(module)] == ["bad.f", "bad.A.h", "bad.B.k"]


def untyped(function):
    """Parameters of a function that have no type, and "return" where what it returns has none."""
    signature = inspect.signature(function)
    found = [each.name for each in signature.parameters.values() if each.annotation is each.empty]
    return found + ["return"] * (signature.return_annotation is signature.empty)


def test_every_public_function_says_what_it_takes_and_returns():
    offered = {f"{name}.{each}": getattr(importlib.import_module(name), each) for name, each in public_names()}
    functions = {name: thing for name, thing in offered.items() if inspect.isfunction(thing)}
    assert len(functions) > 40
    assert {name: missing for name, function in functions.items() if (missing := untyped(function))} == {}


def public_names():
    return [(name, each) for name in PUBLIC for each in importlib.import_module(name).__all__]


def test_a_function_that_says_no_types_is_noticed():
    def half(x: float, n, *more) -> float: ...
    def none(x: float): ...

    assert untyped(half) == ["n", "more"] and untyped(none) == ["return"]


# ------------------------------------------------------- learners import from the public folders alone


def not_public(source):
    """Imports of our own package, in what a learner reads, of anything but what a public folder lists."""
    wrong = []
    for module, name in imported(source):
        if module not in PUBLIC or (name and name not in importlib.import_module(module).__all__):
            wrong.append(f"{module}: {name}")
    return wrong


def python_in(path):
    """The code in a notebook or between the fences of a page, magics left out."""
    text = path.read_text("utf-8")
    if path.suffix == ".ipynb":
        cells = ["".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    else:
        cells = re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
    return "\n".join(line for cell in cells for line in cell.splitlines() if not line.startswith(("%", "!")))


READ = [ROOT / "README.md", *sorted((ROOT / "notebooks").rglob("*.ipynb"))]


@pytest.mark.parametrize("path", READ, ids=lambda path: path.stem)
def test_readme_and_notebooks_import_from_the_public_folders_alone(path):
    source = python_in(path)
    assert "backprop" in source
    assert not_public(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "from backprop.engine.network import Network",
        "from backprop.story import walkthrough",
        "import backprop.notation",
        "from backprop.engine import ForwardPasses",
        "from backprop import widgets_of_mine",
    ],
)
def test_an_import_that_is_not_public_is_noticed(source):
    assert not_public(source)
    assert not_public("from backprop import Network\nfrom backprop.widgets import Stepper\nimport numpy") == []

"""A page that stands by itself holds the engine's numbers; nothing breaks out of it, nothing comes from outside."""

import base64
import hashlib
import json
import re
from html import unescape

import pytest

from backprop import walkthrough
from backprop.examples import lecture_network, random_network, worked_example
from backprop.pictures.film import film
from backprop.widgets import Stepper
from backprop.widgets.modules import FRONT, bundle, packed, page
from backprop.widgets.player import code

SCRIPT = re.compile(r'<script type="module">(.*?)</script>', re.DOTALL)
STATE = re.compile(r'data-state="([^"]*)"')
FILM = re.compile(r'<script type="application/json" id="film-0">(.*?)</script>', re.DOTALL)


def saved(tmp_path, stepper):
    return stepper.save_html(tmp_path / "step.html").read_text("utf-8")


def test_the_page_holds_the_film_of_what_the_stepper_shows(tmp_path):
    html = saved(tmp_path, Stepper(*worked_example(), example=2, by="layer", position=3))
    held = json.loads(FILM.search(html)[1])
    shown = json.loads(json.dumps(film(walkthrough(*worked_example(), example=2))))
    shown["names"]["rate"] = "η"
    assert shown.items() <= held.items()
    network, x, _ = worked_example()
    assert held["edits"]["x 0"]["text"] == str(x[2][0])
    assert held["edits"]["w 0 0 0"]["text"] == str(network.layers[0].weights[0, 0])
    assert 'data-card="stepper"' in html
    assert json.loads(unescape(STATE.search(html)[1])) == {"position": 4, "grain": "layer"}


def test_its_policy_lets_its_own_script_run_and_nothing_else(tmp_path):
    html = saved(tmp_path, Stepper(*lecture_network()))
    script = SCRIPT.search(html)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in html and "default-src 'none'" in html
    assert not re.search(r"""(?:src|href)=["']?https?:|@import|url\(""", html)


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "<img src=x onerror=alert(1)>"])
def test_no_text_breaks_out_of_the_data_or_of_the_title(text):
    inside = packed({"name": text})
    assert "</" not in inside and "<!--" not in inside and json.loads(inside) == {"name": text}
    html = page(text, [("stepper", {"name": text}, {"grain": text})])
    assert html.count("<script") == 2 + inside.count("<script")
    assert "<img" not in html.replace(inside, "")


@pytest.mark.slow
def test_a_network_too_large_for_a_page_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(ValueError, match="This network has 8320 parameters; a page can hold at most 600"):
        Stepper(*random_network(0, (64, 64, 64))).save_html(tmp_path / "large.html")
    assert not (tmp_path / "large.html").exists()


def test_the_line_of_code_on_the_page_makes_the_same_walk():
    walk = walkthrough(*worked_example(), example=1)
    stepper = eval(
        code(walk, "'neuron'", 3),
        {"Stepper": Stepper, "Network": type(walk.network), "Layer": type(walk.network.layers[0])},
    )
    assert str(stepper.walk) == str(walk) and stepper.position == 3


@pytest.mark.parametrize("entry", ["saved", "stepper"])
def test_each_module_stands_once_in_a_bundle_and_after_what_it_imports(entry):
    source = bundle(entry)
    names = re.findall(r"^const \$(\w+) = ", source, re.MULTILINE)
    assert len(set(names)) == len(names) > 5 and {f"{name}.js" for name in names} < {
        path.name for path in FRONT.iterdir()
    }
    assert all(source.count(f"const ${name} = ") == 1 for name in names)
    assert source.index("const $dom") < source.index("const $timeline") < source.index("const $player")
    assert "import " not in source and source.count("\nexport ") == (entry == "stepper")

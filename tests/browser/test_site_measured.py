"""What the benchmark measures of the site, on pages that are known to be slow, heavy or restless."""

import pytest

pytestmark = pytest.mark.slow
CARD = '<div class="bp-place"><div class="bp-card"><div role="slider" tabindex="0">0</div></div></div>'
# Its card comes after 300 ms, and takes 200 ms for a step; then all of it moves down, by no key.
SLOW = f"""<!doctype html><title>Slow</title><link rel="icon" href="data:,"><body><p>Words</p><script>
const soon = performance.now() + 300;
setTimeout(() => {{
  document.body.insertAdjacentHTML('beforeend', `{CARD}`);
  const rail = document.querySelector('[role=slider]');
  rail.onkeydown = () => {{
    const until = performance.now() + 200;
    while (performance.now() < until);
    rail.textContent = '1';
  }};
  if (location.search) setTimeout(() => document.body.prepend(Object.assign(
    document.createElement('div'), {{style: 'height: 300px'}})), 100);
}}, 300)</script>"""


@pytest.fixture
def bench_site(tmp_path, monkeypatch):
    """The module that measures, and a folder with nothing but a slow page."""
    site = pytest.importorskip("bench.site")
    monkeypatch.setattr(site, "PAGES", ["slow"])
    (tmp_path / "slow.html").write_text(SLOW + "<!--" + "x" * 100_000 + "-->", "utf-8")
    (tmp_path / "404.html").touch()
    return site, tmp_path


def test_a_slow_page_is_slow_and_a_heavy_one_heavy(bench_site, chromium):
    site, folder = bench_site
    found = site.measured(chromium, folder, 1)
    for screen in found.values():
        assert screen["slow"]["stepped"] > 500 and screen["empty"]["stepped"]
        assert screen["slow"]["painted"] < screen["slow"]["stepped"] and screen["slow"]["shift"] == 0
        assert screen["slow"]["requests"] == 1 and 500 < screen["slow"]["bytes"] < 2000  # as it is on the line


def test_what_moves_by_itself_is_a_shift(bench_site, chromium):
    site, folder = bench_site
    (folder / "before.html").write_text("<!doctype html><title>Before</title>", "utf-8")
    with site.served.served(folder) as address:
        assert site.stood(chromium, f"{address}slow.html?moves", "375 px")["shift"] > 0.1

"""A JupyterLab on a copy of the notebooks, and its page in Chromium, with an ear on every message from the kernel."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SETTINGS = {
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
}
STATE = """() => [...jupyterapp.shell.currentWidget.content.model.cells].filter(cell => cell.type === 'code')
    .map(cell => [cell.executionCount, cell.outputs.toJSON().filter(
        o => o.output_type === 'error' || o.name === 'stderr').length])"""
# What the page asks the kernel, and has not been answered; an answer counts once all that came with it is dealt with.
LISTEN = """() => { const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    window.unanswered = new Set();
    kernel.anyMessage.connect((_, {msg, direction}) => {
        if (direction === 'send' && msg.channel === 'shell') unanswered.add(msg.header.msg_id) });
    kernel.iopubMessage.connect((_, msg) => {
        if (msg.header.msg_type === 'status' && msg.content.execution_state === 'idle')
            unanswered.delete(msg.parent_header.msg_id) }) }"""
SHOWN = ".jp-OutputArea-output :is(.jupyter-widgets, .bp-card)"  # a widget, or what it is made of
BOTH_SAY = """text => { const counts = [...document.querySelectorAll('.bp-count')];
    return counts.length === 2 && counts.every(count => count.textContent === text) }"""
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# A stored picture's (loaded, words). JupyterLab and nbconvert give a stored PNG no alternative text of its own;
# the words that stand for it are the output below it.
PICTURES = """() => [...document.querySelectorAll('.jp-OutputArea-output img')].map(e => [
    e.complete && e.naturalWidth > 0 && e.getBoundingClientRect().width > 0,
    e.alt && !e.alt.startsWith('No description')
        ? e.alt : e.closest('.jp-OutputArea-child').nextElementSibling?.innerText || ''])"""


@contextmanager
def serve(folder):
    """A JupyterLab, as a Lab, in a folder that gets a copy of the notebooks."""
    settings = Path(folder) / ".settings"
    for name, values in SETTINGS.items():
        file = settings / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values), encoding="utf-8")
    options = ["--IdentityProvider.token=tok", "--LabApp.expose_app_in_browser=True"]
    with answering("jupyterlab", options, folder, JUPYTERLAB_SETTINGS_DIR=str(settings)) as address:
        yield Lab(address, Path(folder))


@contextmanager
def answering(application, options, folder, **settings):
    """The address of a Jupyter application with the token "tok", in a folder that gets a copy of the notebooks."""
    folder = Path(folder)
    for path in NOTEBOOKS:
        shutil.copy(path, folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", application, "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--allow-root"]
    environment = os.environ | {"JUPYTER_CONFIG_DIR": str(folder / ".config")} | settings
    log_file = folder / f"{application}.log"
    with open(log_file, "w") as log:
        server = subprocess.Popen(
            [*command, *options], cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"{address}/api?token=tok")
                break
            except OSError:
                assert server.poll() is None and time.monotonic() < deadline, log_file.read_text()[-2000:]
                time.sleep(0.3)
        yield address
    finally:
        server.terminate()
        server.wait(20)


class Lab:
    """A running JupyterLab: its address and its folder."""

    def __init__(self, address, folder):
        self.address, self.folder = address, folder

    def write(self, name, *sources):
        """A notebook with these cells."""
        cells = [
            {"cell_type": "code", "id": f"c{i}", "metadata": {}, "source": s, "outputs": [], "execution_count": None}
            for i, s in enumerate(sources)
        ]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
        (self.folder / name).write_text(json.dumps(notebook), encoding="utf-8")
        return name


class Page:
    """JupyterLab with one notebook at a time, and the errors its kernel sent."""

    def __init__(self, page, lab):
        self.page, self.lab, self.errors = page, lab, []
        page.on("websocket", lambda socket: socket.on("framereceived", self._hear))
        page.on("dialog", lambda dialog: dialog.accept())

    def _hear(self, frame):
        data = frame if isinstance(frame, bytes) else frame.encode()
        if re.search(rb'"msg_type": ?"error"', data):
            self.errors.append(data[-1500:])

    def open(self, name):
        """Open it, and wait until its kernel has answered: "idle" alone comes too early."""
        started = self.page.url.startswith(self.lab.address)
        if started:
            self.page.evaluate("async path => { await jupyterapp.commands.execute('docmanager:open', {path}) }", name)
        else:
            self.page.goto(f"{self.lab.address}/lab/workspaces/e2e/tree/{name}?reset&token=tok")
        ready = "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
        self.page.wait_for_function(ready, timeout=60_000)
        self.page.wait_for_function(
            "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.connectionStatus === 'connected'"
        )
        self.page.evaluate(LISTEN)
        if not started:
            self.page.evaluate("jupyterapp.commands.execute('application:toggle-left-area')")

    def run_all(self, seconds=120):
        """Run All, until every cell has a count."""
        self.page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
        deadline = time.monotonic() + seconds
        while not all(count for count, _ in self.page.evaluate(STATE)):
            assert time.monotonic() < deadline, "not every cell was run"
            self.page.wait_for_timeout(100)
        assert [bad for _, bad in self.page.evaluate(STATE)] == [0] * len(self.page.evaluate(STATE))

    @property
    def widget(self):
        """The first widget of the notebook, as a Locator."""
        return self.page.locator(SHOWN).first

    def cell(self, index):
        """Run one cell anew; the widget that it shows, as a Locator."""
        cell = self.page.locator(".jp-Cell").nth(index)
        cell.evaluate("e => e.querySelectorAll('.jupyter-widgets, .bp-card').forEach(w => { w.dataset.old = '' })")
        run = """i => { jupyterapp.shell.currentWidget.content.activeCellIndex = i;
            return jupyterapp.commands.execute('notebook:run-cell') }"""
        self.page.evaluate(run, index)
        widget = cell.locator(SHOWN).and_(self.page.locator(":not([data-old])")).first
        widget.wait_for(timeout=60_000)
        self.idle()
        return widget

    def idle(self):
        """Wait until the kernel has answered all that the page asked, and the page has shown it."""
        self.page.wait_for_function("() => unanswered.size === 0", timeout=30_000)
        self.page.evaluate(TWO_FRAMES)

    def theme(self, name):
        """Light or Dark."""
        self.page.evaluate(f"jupyterapp.commands.execute('apputils:change-theme', {{theme: 'JupyterLab {name}'}})")
        light = str(name == "Light").lower()
        self.page.wait_for_function(f"() => document.body.dataset.jpThemeLight === '{light}'")
        self.page.wait_for_timeout(600)

    def leave(self):
        """Shut the kernel down and close the notebook, not saved; JupyterLab stays. The errors that the kernel sent."""
        self.page.evaluate("""async () => { const notebook = jupyterapp.shell.currentWidget;
            await notebook.sessionContext.shutdown(); notebook.dispose() }""")
        errors, self.errors = self.errors, []
        return errors

    def stop(self):
        """Leave the notebook and close the page. The errors that the kernel sent."""
        errors = self.leave()
        self.page.close()
        return errors


def views_stay_in_step(notebook, at, last):
    """Two views of one card stand at ``at`` of ``last`` steps; moved on in one, both move."""
    notebook.page.wait_for_function(BOTH_SAY, arg=f"{at} of {last}")
    notebook.page.locator(".bp-rail").first.press("ArrowRight")
    notebook.page.wait_for_function(BOTH_SAY, arg=f"{at + 1} of {last}")
    notebook.idle()

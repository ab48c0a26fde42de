"""An nbval plugin: a stored PNG is compared too, where the matplotlib that wrote it is the one that runs.

The bytes of a figure repeat under one matplotlib on one kind of processor; nbval alone never looks at them.
"""

import base64
import platform
import struct

import matplotlib

# Only this kind of machine writes the stored figures; elsewhere the last digit of a curve may differ.
REPEATABLE = (platform.system(), platform.machine()) == ("Linux", "x86_64")


def pytest_collectstart(collector):
    if hasattr(collector, "skip_compare") and REPEATABLE:
        collector.skip_compare = tuple(key for key in collector.skip_compare if key != "image/png")
        collector.skip_compare += () if same_matplotlib(collector.path) else ("image/png",)


def same_matplotlib(path):
    """Whether every figure in a notebook was written by the matplotlib that is installed."""
    import nbformat

    cells = nbformat.read(path, as_version=4)["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    pngs = [output["data"]["image/png"] for output in outputs if "image/png" in output.get("data", {})]
    return all(f"Matplotlib version{matplotlib.__version__}," in written_by(png) for png in pngs)


def written_by(png):
    """The software a PNG names as its writer, or "" where it names none."""
    data, at = base64.b64decode(png), 8
    while at < len(data):
        (length,), kind = struct.unpack(">I", data[at : at + 4]), data[at + 4 : at + 8]
        if kind == b"tEXt" and data[at + 8 : at + 8 + length].startswith(b"Software\0"):
            return data[at + 17 : at + 8 + length].decode("latin-1")
        at += 12 + length
    return ""

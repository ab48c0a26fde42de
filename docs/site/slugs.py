"""The anchor of a heading, as the notebooks' own links write it."""


def slug(heading: str) -> str:
    """A heading as JupyterLab's anchor."""
    return heading.replace(" ", "-")

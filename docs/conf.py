"""How the site is built: `make docs`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent / "extensions"))

from bcorm._version import __version__

project = "bcorm"
author = "The bcorm authors"
copyright = author  # noqa: A001 - Sphinx's own word
version = release = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "complete",
    "declarations",
]
exclude_patterns = ["_build", "examples"]
html_theme = "furo"
html_title = f"bcorm {release}"
html_show_copyright = False
html_static_path = ["static"]
html_css_files = ["site.css"]

# Docstrings mark code with single backticks.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True}
napoleon_numpy_docstring = False
# An attribute that a class documents is a line of its docstring, not an entry of its own.
napoleon_use_ivar = True

# Annotations say `Product`, which both versions of the API have; each page names its own.
suppress_warnings = ["ref.python"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
copybutton_prompt_text = "$ "
copybutton_only_copy_prompt_lines = True

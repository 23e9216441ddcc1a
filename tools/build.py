"""What setuptools runs before it copies modules: the stubs are built, so that a wheel has them."""

from __future__ import annotations

import subprocess
import sys

from setuptools.command.build_py import build_py


class BuildPy(build_py):
    """Copies the package after its stubs were written beside its modules."""

    def run(self) -> None:
        """Write the stubs in a process of their own, which imports the package that is built."""
        subprocess.run([sys.executable, "-m", "tools.stubs"], check=True)
        super().run()

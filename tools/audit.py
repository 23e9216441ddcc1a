"""Look for known vulnerabilities of what is installed: `python -m tools.audit`.

Runs pip-audit, which asks the package index, then OSV. Exits with 1 if one is known, and with 0,
saying so, where neither can be asked.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec

# Seconds for one service.
_PATIENCE = 300
_SERVICES = ("pypi", "osv")


def main() -> int:
    """Ask one service after the other; the first that answers decides."""
    if find_spec("pip_audit") is None:
        print("audit: pip-audit is not installed; it is one of the extra dev")
        return 1
    for service in _SERVICES:
        found = _asked(service)
        if found is None:
            print(f"audit: {service} has no advisories to ask for here")
            continue
        for name, version, ids in found:
            print(f"audit: {name} {version}: {', '.join(ids)}")
        print(f"audit: {service} was asked; {len(found)} packages with known vulnerabilities")
        return 1 if found else 0
    print("audit: NOT AUDITED, because no service with advisories can be reached")
    return 0


def _asked(service: str) -> list[tuple[str, str, list[str]]] | None:
    """The packages with advisories; None if the service does not answer as one."""
    command = [sys.executable, "-m", "pip_audit", "--skip-editable", "--progress-spinner=off"]
    command += ["--format=json", f"--vulnerability-service={service}", "--timeout=10"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
        packages = list(json.loads(done.stdout)["dependencies"])
    except (subprocess.TimeoutExpired, ValueError, KeyError, TypeError):
        return None
    known = [package for package in packages if "vulns" in package]
    if not known:
        return None
    return [
        (package["name"], package["version"], [one["id"] for one in package["vulns"]])
        for package in known
        if package["vulns"]
    ]


if __name__ == "__main__":
    sys.exit(main())

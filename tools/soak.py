"""Run the property tests with seeds that nobody has tried, many times over.

`python -m tools.soak --seeds 40 [pytest's arguments]` names each seed, what came of it, and, of
what failed, the assertion with its example; the seed finds it again:
`BCORM_SOAK=1 pytest <the test> --hypothesis-seed=<the seed>`. All of it takes hours: `--usual`
tries as many examples of each as the suite does, which takes a minute or two for a seed,
`--share 2/5` takes the second fifth of the files, and files or folders among the arguments take
these alone.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHOWN = 60
"""How many lines of a failure are shown."""


def property_tests() -> list[str]:
    """The files that have property tests."""
    return sorted(
        str(path.relative_to(ROOT))
        for path in (ROOT / "tests").rglob("test_*.py")
        if re.search(r"^@(given|pytest\.mark\.hypothesis)\b", path.read_text(), re.MULTILINE)
    )


def share(text: str) -> list[str]:
    """A part of these files, such as "2/5"; the parts together are all, each once.

    Raises:
        ArgumentTypeError: there is no such part.
    """
    found = re.fullmatch(r"(\d+)/(\d+)", text)
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        raise argparse.ArgumentTypeError(f"a share is such as 2/5, not {text}")
    return property_tests()[int(found[1]) - 1 :: int(found[2])]


def run(seed: int, arguments: list[str], *, usual: bool = False) -> bool:
    """Run the property tests with one seed; whether all passed.

    Args:
        seed: the seed.
        arguments: pytest's.
        usual: with as many examples as the suite, and not with more.
    """
    command = [sys.executable, "-m", "pytest", "-m", "hypothesis", "-q", "--tb=short", "-r", "f"]
    command += [f"--hypothesis-seed={seed}", *arguments]
    longer = {} if usual else {"BCORM_SOAK": "1"}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**{name: os.environ[name] for name in os.environ if name != "BCORM_SOAK"}, **longer},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines() or [""]
    print(f"seed {seed}: {lines[-1].strip('= ')}", flush=True)
    if done.returncode == 0:
        return True
    told = [line for line in lines[:-1] if line.startswith(("E ", "FAILED", "ERROR"))] or lines
    print("\n".join(told[-SHOWN:]), flush=True)
    return False


def main(arguments: list[str]) -> int:
    """Try the seeds; the status of the process."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=20, help="how many (20)")
    parser.add_argument("--seed", type=int, help="one, to see it again")
    parser.add_argument("--usual", action="store_true", help="as many examples as the suite")
    parser.add_argument("--share", type=share, help="a part of the files, such as 2/5")
    chosen, rest = parser.parse_known_args(arguments)
    if not any((ROOT / argument.partition("::")[0]).exists() for argument in rest):
        rest += chosen.share or property_tests()
    new = random.SystemRandom()
    seeds = [new.randrange(10**6) for _ in range(chosen.seeds)]
    if chosen.seed is not None:
        seeds = [chosen.seed]
    red = [seed for seed in seeds if not run(seed, rest, usual=chosen.usual)]
    if red:
        print(f"{len(red)} of {len(seeds)} seeds failed: {', '.join(map(str, red))}")
        longer = "" if chosen.usual else "BCORM_SOAK=1 "
        print(f"again: {longer}pytest <the test> --hypothesis-seed=<the seed>")
    return 1 if red else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

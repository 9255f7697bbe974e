"""Builds the C++ half of a benchmark as tenor ships."""

import subprocess
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[2]


def build(target: str) -> Path:
    """Build tests/bench/TARGET.cpp in build/release and return the program."""
    prefix = sysconfig.get_path("purelib")
    for command in (
        ["cmake", "--preset", "release", f"-DCMAKE_PREFIX_PATH={prefix}"],
        ["cmake", "--build", "--preset", "release", "--target", target],
    ):
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return ROOT / "build/release/tests/cpp" / target

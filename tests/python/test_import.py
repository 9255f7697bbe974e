"""What `import tenor` costs and what it says of itself."""

import pkgutil
import subprocess
import sys

import pytest

import tenor

#: Modules that take long to load or reach for the network; none may load before it is used.
HEAVY = ("sklearn", "scipy", "pyarrow", "pandas", "polars", "narwhals", "typer", "rich", "matplotlib", "altair", "tqdm")


def test_import_loads_no_heavy_module() -> None:
    code = f"import sys, tenor; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_every_public_name_is_there() -> None:
    for name in tenor.__all__:
        assert getattr(tenor, name) is not None
    assert set(tenor.__all__) <= set(dir(tenor))


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = tenor.nothing


def test_build_config_names_what_can_change_a_result() -> None:
    config = tenor.build_config()
    assert config.keys() >= {"tenor", "icu", "unicode", "compiler"}
    assert config["tenor"] == "0.1.0"


def test_no_public_name_is_a_modules() -> None:
    # A module of that name would stand in the name's place once something imports it.
    assert not {m.name for m in pkgutil.iter_modules(tenor.__path__)} & set(tenor.__all__)

"""The program as people install it: a wheel in an environment of its own, with no checkout near it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SOURCES = ("mailticket", "templates", "config.example.toml", "pyproject.toml", "README.md", "LICENSE")
# no path of the checkout may help the installed program
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

pytestmark = pytest.mark.slow


def run(*command: object, cwd: Path, seconds: int = 300) -> str:
    """Standard output; an exit code other than 0 fails with everything that was said."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, timeout=seconds, check=False)
    assert done.returncode == 0, f"{' '.join(words)}: exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy: what an earlier build left in the checkout must not get in."""
    copy = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        source = CHECKOUT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    run(sys.executable, "-m", "build", "--wheel", cwd=copy)
    (built,) = (copy / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a new environment that holds the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", folder, cwd=folder)
    run(folder / "bin" / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return folder / "bin"


def shipped_files() -> set[str]:
    """What the wheel should hold: every source file, every template, the unit and the example."""
    sources = {path for folder in ("mailticket", "templates") for path in (CHECKOUT / folder).rglob("*")}
    kept = {path.relative_to(CHECKOUT) for path in sources if path.is_file() and "__pycache__" not in path.parts}
    inside = {path if path.parts[0] == "mailticket" else Path("mailticket") / path for path in kept}
    return {path.as_posix() for path in inside} | {"mailticket/example/config.example.toml"}


def test_the_wheel_holds_every_file_of_the_program_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert held == shipped_files()


def test_the_demo_runs_from_the_wheel_and_shows_tickets(installed, tmp_path):
    shown = run(installed / "mailticket", "demo", "--once", cwd=tmp_path)

    assert re.search(r"#\d{4}\b", shown), shown


def test_init_writes_the_example_and_creates_the_database(installed, tmp_path):
    run(installed / "mailticket", "init", tmp_path / "desk", cwd=tmp_path)

    assert (tmp_path / "desk" / "config.toml").read_text() == (CHECKOUT / "config.example.toml").read_text()
    assert any((tmp_path / "desk" / "state").iterdir())


def test_every_template_is_found_in_the_wheel(installed, tmp_path):
    script = "from mailticket.outbound.render import Renderer; print(*Renderer().names())"

    names = run(installed / "python", "-c", script, cwd=tmp_path).split()

    assert set(names) == {path.name for path in (CHECKOUT / "templates" / "mail").iterdir() if path.is_dir()}

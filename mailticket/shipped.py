"""Where the files delivered with the program lie: mail templates and the example of a configuration.

An installed package holds them inside itself, a checkout (and an editable installation) beside the package.
Reads none of them.
"""

from __future__ import annotations

from pathlib import Path

from mailticket.errors import IncompleteInstallation

_PACKAGE = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """The folder that holds ``mail/<name>/…`` and the systemd unit; IncompleteInstallation when it is absent."""
    return _first_existing(_PACKAGE / "templates", _PACKAGE.parent / "templates")


def example_configuration() -> Path:
    """``config.example.toml``, which explains every key; IncompleteInstallation when it is absent."""
    return _first_existing(_PACKAGE / "example" / "config.example.toml", _PACKAGE.parent / "config.example.toml")


def _first_existing(*places: Path) -> Path:
    found = next((place for place in places if place.exists()), None)
    if found is None:
        raise IncompleteInstallation(places)
    return found

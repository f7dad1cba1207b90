"""The development mails, scored: a floor under what the readers have reached."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import fields_score
import pytest
from goals import f1

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "fields"


@pytest.fixture(scope="module", params=["odd", "even"])
def scored(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    if not (FOLDER / "truth.json").exists():
        pytest.skip("needs ../shared/fields")
    truth = json.loads((FOLDER / "truth.json").read_text("utf-8"))
    return request.param, fields_score.score(FOLDER, fields_score.half(truth, odd=request.param == "odd"))


FLOORS = {
    "odd": {"micro": 0.98, "form": 0.98, "category": 0.92},
    "even": {"micro": 0.97, "form": 0.98, "category": 0.92},
}


def test_fields_are_read_as_well_as_before(scored: tuple[str, dict[str, Any]]) -> None:
    half, result = scored

    micro, form = f1(result["micro"]), f1(result["sty"]["form"]["c"])

    assert micro >= FLOORS[half]["micro"], f"{half}: micro F1 {micro:.3f}"
    assert form >= FLOORS[half]["form"], f"{half}: forms F1 {form:.3f}"


def test_categories_are_found_as_well_as_before(scored: tuple[str, dict[str, Any]]) -> None:
    half, result = scored

    right, total = result["tot"]["cat"]

    assert right / total >= FLOORS[half]["category"], f"{half}: {right} of {total}"


def test_nothing_is_read_from_noise(scored: tuple[str, dict[str, Any]]) -> None:
    _, result = scored

    assert result["noise_fields"] == 0

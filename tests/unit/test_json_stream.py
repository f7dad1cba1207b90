"""JSON that is written bit by bit: to the letter what would be written at once."""

from __future__ import annotations

import json

import pytest

from mailticket.cli.json_stream import pieces

ROW = {"ticket": 7, "agent": 'Zoë "Z"\n', "due": None, "share": 0.5, "met": True}


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        ROW,
        [ROW, ROW],
        [1, "a", None, [], [[2]], {}],
        {"a": {}, "b": [], "c": {"d": ROW, "e": [ROW]}, "ü": "ü"},
        {"7": {"only": []}},
        "words",
    ],
    ids=str,
)
def test_a_document_is_that_of_the_standard_encoder(value):
    assert "".join(pieces(value)) == json.dumps(value, ensure_ascii=False, indent=2)


def test_an_iterator_is_written_as_a_list_and_asked_for_one_row_at_a_time():
    asked = []

    def rows():
        for at in range(3):
            asked.append(at)
            yield {"ticket": at}

    written = pieces({"rows": rows(), "none": iter(())})
    text = ""
    while "ticket" not in text:
        text += next(written)

    assert asked == [0]
    whole = {"rows": [{"ticket": 0}, {"ticket": 1}, {"ticket": 2}], "none": []}
    assert text + "".join(written) == json.dumps(whole, indent=2)

"""What every table of the configuration has in common. Knows no key."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer


class Section(BaseModel):
    """A table of the configuration: unknown keys are errors, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Change(Section):
    """Part of a table that is other from some day on: what is not written stays as it is."""

    @model_serializer(mode="wrap")
    def _as_written(self, whole: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """What is not written is not changed: a default put in its place would change it."""
        return {key: value for key, value in whole(self).items() if key in self.model_fields_set}

    @property
    def changed(self) -> dict[str, Any]:
        """The keys that were written, with their values; not for how long."""
        period = ("valid_from", "valid_until")
        return {key: getattr(self, key) for key in self.model_fields_set if key not in period}

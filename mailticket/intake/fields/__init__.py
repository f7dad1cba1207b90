"""Text to intake fields: small readers propose candidates with evidence, one place weighs them. Pure."""

from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.read import explain_fields, read_fields

__all__ = ["FieldContext", "explain_fields", "read_fields"]

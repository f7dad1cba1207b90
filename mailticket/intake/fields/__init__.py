"""Text to intake fields: small readers propose candidates with evidence, one place weighs them. Pure."""

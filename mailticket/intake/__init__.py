"""Bytes to what a mail says: fetch, parse, classify, take apart, read. Pure, except ``fetch`` and ``worker``."""

"""What lasts: tickets, events, messages, outbox, ledger, in one SQLite database. All SQL lives here."""

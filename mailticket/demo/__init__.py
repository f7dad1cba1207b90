"""mailticket shown without a mail server of one's own: embedded servers and sample mails."""
